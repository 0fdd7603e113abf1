import { beforeEach, expect, test } from "vitest";
import { POST } from "#app/auth/[...all]/route.ts";
import { everythingDone } from "#lib/platform/afterwards.ts";
import { db } from "#lib/platform/database/db.ts";
import { signUpFrom } from "#test/support/accounts.ts";
import { storefront } from "#test/support/call.ts";
import { guestEmail } from "#test/support/checkout.ts";
import { openInbox } from "#test/support/inbox.ts";
import { authRequest } from "#test/support/sessions.ts";

const inbox = await openInbox();

beforeEach(() => {
  inbox.received.length = 0;
});

async function subjectOfReset(email: string, headers: Record<string, string>): Promise<string | undefined> {
  inbox.received.length = 0;
  const request = authRequest("/auth/request-password-reset", { email }, { origin: storefront, ...headers });
  expect((await POST(request)).status).toBe(200);
  await everythingDone(60_000);
  return inbox.received[0]?.parsed.subject;
}

const words = {
  en: "Choose a new password",
  de: "Wählen Sie ein neues Passwort",
  ar: "اختر كلمة مرور جديدة",
};

test("a mail about an account is in the chosen language, otherwise the account's, otherwise the browser's", async () => {
  const email = guestEmail();
  const { body } = await signUpFrom(undefined, email);
  const { id } = body.user as { id: string };
  const german = { "accept-language": "de-AT,de;q=0.9" };
  expect(await subjectOfReset(email, {})).toBe(words.en);
  expect(await subjectOfReset(email, german)).toBe(words.de);
  expect(await subjectOfReset(email, { ...german, cookie: "language=ar" })).toBe(words.ar);
  expect(await subjectOfReset(email, { ...german, cookie: "language=xx" })).toBe(words.de);
  await db.user.update({ where: { id }, data: { profile: { locale: "ar-EG" } } });
  expect(await subjectOfReset(email, german)).toBe(words.ar);
  expect(await subjectOfReset(email, { ...german, cookie: "language=en" })).toBe(words.en);
});
