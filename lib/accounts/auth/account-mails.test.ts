import { afterEach, expect, test, vi } from "vitest";
import { POST } from "#app/auth/[...all]/route.ts";
import { mailer, smtpMailer } from "#lib/mail/index.ts";
import { everythingDone } from "#lib/platform/afterwards.ts";
import { env } from "#lib/platform/env.ts";
import { newId } from "#lib/platform/ids.ts";
import { freePort } from "#scripts/process/free-port.ts";
import { guestEmail } from "#test/support/checkout.ts";
import { openInbox } from "#test/support/inbox.ts";
import { authRequest, password } from "#test/support/sessions.ts";
import { mailVerification, requireMail } from "./account-mails.ts";

const inbox = await openInbox();

afterEach(() => void vi.useRealTimers());
const addressee = () => {
  const id = newId();
  return { user: { id, name: "Ada", email: `${id}@mail.example` }, token: "token" };
};

test("a mail server that is down fails no sign-up, but somebody who asks for a mail is told", async () => {
  const before = mailer.get();
  mailer.provide(smtpMailer({ url: `smtp://127.0.0.1:${await freePort()}`, from: env.MAIL_FROM }));
  await mailVerification(addressee());
  await everythingDone(60_000);
  await expect(requireMail(() => mailVerification(addressee()))).rejects.toMatchObject({
    code: "unavailable",
    details: { mail: true },
  });
  mailer.provide(before);
  const reached = addressee();
  await requireMail(() => mailVerification(reached));
  await inbox.mailTo(reached.user.email);
});

test("nobody waits for a slow mail server: it would show that there is an account", async () => {
  const before = mailer.get();
  const { promise: isUp, resolve: recover } = Promise.withResolvers<void>();
  mailer.provide({ ...before, send: (mail) => isUp.then(() => before.send(mail)) });
  const email = guestEmail();
  const ask = (path: string, more = {}) => POST(authRequest(`/auth${path}`, { email, ...more }));
  expect((await ask("/sign-up/email", { name: "Ada", password })).status).toBe(200);
  expect((await ask("/send-verification-email")).status).toBe(200);
  expect((await ask("/request-password-reset")).status).toBe(200);
  recover();
  await everythingDone(60_000);
  expect(inbox.received.filter(({ recipients }) => recipients.includes(email))).toHaveLength(3);
  mailer.provide(before);
});

/** Lets the pause before a retry pass. */
async function afterAPause(ms: number): Promise<void> {
  await everythingDone(60_000);
  vi.advanceTimersByTime(ms);
  await everythingDone(60_000);
}

test("a mail that a server does not take yet is sent again, and one that it refuses for good is not", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"], shouldAdvanceTime: true });
  const [later, never] = [addressee(), addressee()];
  const mailsTo = ({ user }: typeof later) =>
    inbox.received.filter(({ recipients }) => recipients.includes(user.email)).length;
  inbox.plan.push("greylist", "try-later");
  await mailVerification(later);
  await afterAPause(20_000);
  expect(mailsTo(later)).toBe(0);
  await afterAPause(120_000);
  expect(mailsTo(later)).toBe(1);
  inbox.plan.push("unknown-recipient");
  await mailVerification(never);
  for (const pause of [20_000, 120_000, 360_000]) await afterAPause(pause);
  expect([mailsTo(later), mailsTo(never)]).toEqual([1, 0]);
});
