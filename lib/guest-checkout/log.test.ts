import { expect, test } from "vitest";
import { captureOutput } from "#test/support/output.ts";

// The configuration is read on the first import that needs it.
process.env.LOG_LEVEL = "trace";
const { told } = await captureOutput();

const { db } = await import("#lib/platform/database/db.ts");
const { deliver } = await import("#test/support/deliver.ts");
const { openInbox } = await import("#test/support/inbox.ts");
const { call } = await import("#test/support/call.ts");
const { makeVariant } = await import("#test/support/catalogue.ts");
const { guestEmail, place, readyToPlace } = await import("#test/support/checkout.ts");
const { orderOf } = await import("#test/support/expect.ts");
const { confirmByMail } = await import("#test/support/guest-link.ts");
const { authRequest, password, signUp, startGuestSession } = await import("#test/support/sessions.ts");
const { POST: auth } = await import("#app/auth/[...all]/route.ts");
const { accountExists, captureContact: setContact, lookupOrder, trackOrder } = await import("./routes.ts");

const inbox = await openInbox();

const secrets = new Set<string>(["Gale Guest", "Cora Customer", "+12075550142", "14 Harbor Lane", password]);
const secret = (text: string): string => {
  secrets.add(text);
  return text;
};

/** Makes every kind of call succeed, and fail in every way that could quote its input. */
async function everything(): Promise<void> {
  const account = await signUp(secret(guestEmail()));
  secret(account.token);
  await auth(authRequest("/auth/sign-up/email", { email: account.email, password, name: "Cora Customer" }));
  await auth(
    authRequest("/auth/sign-in/email", { email: account.email, password: secret("not the password") }),
  );
  const cookie = `better-auth.session_token=${secret("a-forged-cookie-of-some-length")}`;
  await auth(authRequest("/auth/sign-in/anonymous", {}, { cookie, origin: "https://evil.example" }));

  await auth(
    authRequest("/auth/sign-in/anonymous", {}, { cookie, origin: `https://${secret("typed.example")}` }),
  );
  const typed = `https://${secret("return-here.example")}`;
  for (const field of ["callbackURL", "redirectTo", "errorCallbackURL"])
    await auth(authRequest("/auth/request-password-reset", { email: account.email, [field]: typed }));

  const variant = await makeVariant();
  const ready = await readyToPlace({ variant, email: secret(guestEmail()) });
  secret(ready.session.token);
  secret(ready.cart);
  const key = secret(`key-${crypto.randomUUID()}`);
  await place(ready, { body: { paymentProvider: "demo-card", paymentMethod: "card_declines" } });
  const order = orderOf(await place(ready, { headers: { "idempotency-key": key } }));
  const token = secret(await confirmByMail(inbox, order.id));
  await call(trackOrder, { params: { token } });
  await call(trackOrder, { params: { token: `${token}x` } });
  await call(lookupOrder, { body: { email: ready.email, orderNumber: order.orderNumber } });
  await call(lookupOrder, { body: { email: ready.email, orderNumber: "SC-00000000" } });
  await call(accountExists, { query: { email: account.email } });
  await call(setContact, { session: ready.session, body: { email: `${account.email} broken` } });
  await call(setContact, { session: ready.session, body: `{"email":"${account.email}",` });
  await call(setContact, {
    headers: { cookie, origin: "https://evil.example" },
    body: { email: account.email },
  });
}

/** Breaks the mail server, then a table. */
async function breakdown(): Promise<void> {
  const ready = await readyToPlace({ variant: await makeVariant(), email: secret(guestEmail()) });
  const { id } = orderOf(await place(ready));
  await inbox.stop();
  await expect(deliver("order.placed", { orderId: id })).rejects.toThrow();
  const session = await startGuestSession();
  await db.$executeRaw`alter table cart rename to cart_gone`;
  try {
    const body = { email: secret(guestEmail()), name: "Gale Guest", phone: "+12075550142" };
    expect((await call(setContact, { session, body })).status).toBe(500);
  } finally {
    await db.$executeRaw`alter table cart_gone rename to cart`;
  }
  await db.$executeRaw`alter table "user" rename to user_gone`;
  try {
    const again = { email: secret(guestEmail()), password, name: "Cora Customer" };
    expect((await auth(authRequest("/auth/sign-up/email", again))).status).toBe(500);
  } finally {
    await db.$executeRaw`alter table user_gone rename to "user"`;
  }
}

test("at its most talkative the log names no address, phone, name, password, key, cookie or token of the run", async () => {
  await everything();
  await breakdown();
  const all = told().toLowerCase();
  expect([...secrets].filter((text) => all.includes(text.toLowerCase()))).toEqual([]);
  expect(secrets.size).toBeGreaterThan(15);
});

test("and still says which request failed, where, and with which code", async () => {
  const lines = told()
    .split("\n")
    .filter((line) => line.startsWith("{"));
  const entries: Record<string, unknown>[] = lines.map((line) => JSON.parse(line));
  const requests = entries.filter(({ msg }) => msg === "request");
  expect(requests.length).toBeGreaterThan(15);
  for (const entry of requests) {
    expect(entry).toEqual({
      level: 30,
      time: expect.stringMatching(/Z$/),
      requestId: expect.any(String),
      route: expect.any(String),
      status: expect.any(Number),
      ms: expect.any(Number),
      msg: "request",
    });
  }
  const failed = entries.filter(({ msg }) => msg === "request failed");
  expect(failed).toContainEqual(
    expect.objectContaining({
      route: "captureContact",
      code: "database_failed",
      requestId: expect.any(String),
    }),
  );
  expect(entries).toContainEqual(
    expect.objectContaining({ handler: "order-mail", msg: "handler failed; it will be retried" }),
  );
});
