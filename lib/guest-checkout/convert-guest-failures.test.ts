import { beforeAll, expect, test } from "vitest";
import { deleteAccount } from "#lib/commerce/privacy/index.ts";
import { listOrders } from "#lib/dialects/store-api/routes/orders.ts";
import { db, Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#test/privacy/rows.ts";
import { type SignedIn, signInFrom, signUpFrom, startGuestBrowser } from "#test/support/accounts.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { fillCart, guestEmail } from "#test/support/checkout.ts";
import { interleaveAt } from "#test/support/locks.ts";
import { signUp } from "#test/support/sessions.ts";
import { type Fault, statementsOf, withFault, withoutDatabase } from "./testing/faults.ts";
import { makeFullGuest } from "./testing/full-guest.ts";

/** A guest with all kinds of data in a browser, and an account with a cart to merge. */
async function guestAndAccount() {
  const account = await signUp();
  await fillCart(account, { variant: await makeVariant() });
  const browser = await startGuestBrowser();
  const guest = await makeFullGuest(browser);
  const signIn = () => signInFrom({ cookie: browser.cookie }, account.email);
  const state = async () => ({ guest: await rowsOf(browser.userId), account: await rowsOf(account.userId) });
  return { account, browser, guest, signIn, state };
}

function expectRefused({ status, body, cookie, headers }: SignedIn): void {
  expect(status).toBe(503);
  expect(body).toEqual({ code: "GUEST_NOT_LINKED", message: expect.stringContaining("Nothing is lost") });
  expect(cookie).toBeNull();
  expect(headers.has("set-auth-token")).toBe(false);
  expect(headers.get("retry-after")).toBe("5");
}

let statements: string[] = [];
beforeAll(async () => {
  const { signIn } = await guestAndAccount();
  statements = await statementsOf(signIn);
});

test("a conversion is one transaction, from the first lock to the commit", () => {
  expect(statements.at(-1)).toBe("COMMIT");
  expect(statements.filter((text) => /^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT)/.test(text))).toEqual(["COMMIT"]);
  for (const table of ["order", "order_event", "customer_address", "discount_usage", "cart", "user"])
    expect(
      statements.some((text) => new RegExp(`(update|delete from)[ "].*${table}\\b`, "i").test(text)),
    ).toBe(true);
});

test.each<Fault>(["fails", "loses its connection"])(
  "whichever statement %s: no session, a clear answer, the guest keeps everything, the next sign-in converts",
  { timeout: 60_000 },
  async (fault) => {
    const { account, browser, guest, signIn, state } = await guestAndAccount();
    const before = await state();
    for (const [at, text] of statements.entries()) {
      const broken = await withFault(fault, at, signIn);
      expect(broken.statements.at(at), `statement ${at}`).toBe(text);
      expectRefused(broken.result);
      expect(await state(), text).toEqual(before);
      expect((await call(listOrders, { headers: { cookie: browser.cookie } })).status).toBe(200);
    }
    expect((await signIn()).status).toBe(200);
    expect(await rowsOf(browser.userId)).toEqual({});
    expect(await db.order.count({ where: { id: guest.order.id, userId: account.userId } })).toBe(1);
  },
);

test("whichever statement fails to serialize, the conversion is repeated unnoticed", {
  timeout: 60_000,
}, async () => {
  for (const at of statements.keys()) {
    const { account, browser, guest, signIn } = await guestAndAccount();
    expect((await withFault("loses a race", at, signIn)).result.status, `statement ${at}`).toBe(200);
    expect(await rowsOf(browser.userId)).toEqual({});
    const { order_event: events } = await rowsOf(account.userId);
    expect(events?.filter(({ type }) => type === "order.moved_to_account")).toHaveLength(1);
    expect(await db.order.count({ where: { id: guest.order.id, userId: account.userId } })).toBe(1);
  }
});

test("a conversion that never serializes gives up, and the next sign-in succeeds", async () => {
  const { browser, guest, signIn, state } = await guestAndAccount();
  const before = await state();
  await db.$executeRaw`
    create function lose_race() returns trigger language plpgsql as $$
    begin raise exception 'too late' using errcode = '40001'; end $$`;
  await db.$executeRaw`create trigger lose_race before update on discount_usage execute function lose_race()`;
  expectRefused(await signIn());
  expect(await state()).toEqual(before);
  await db.$executeRaw`drop function lose_race cascade`;
  expect((await signIn()).status).toBe(200);
  expect(await db.order.count({ where: { id: guest.order.id, userId: browser.userId } })).toBe(0);
});

test("a database that goes down during a conversion: an error in JSON, no session, still the guest", async () => {
  const { browser, signIn } = await guestAndAccount();
  const before = await rowsOf(browser.userId);
  expectRefused(await withoutDatabase(signIn, (statement) => /^update "order"/.test(statement)));
  expect(await rowsOf(browser.userId)).toEqual(before);
  expect((await signIn()).status).toBe(200);
  expect(await rowsOf(browser.userId)).toEqual({});
});

test("if linking fails after a sign-up, the shopper can sign in with the new account later", async () => {
  const { browser, guest } = await guestAndAccount();
  const email = guestEmail();
  const held = { cookie: browser.cookie };
  expectRefused((await withFault("fails", 5, () => signUpFrom(held, email))).result);
  expect((await signUpFrom(held, email)).status).toBe(422);
  expect((await signInFrom(held, email)).status).toBe(200);
  expect(await db.order.count({ where: { id: guest.order.id, user: { email } } })).toBe(1);
});

test("an account that is deleted while its guest is locked gets no guest, whose browser keeps everything", async () => {
  // Without a cart, which the conversion would lock before the guest.
  const { userId, email } = await signUp();
  const browser = await startGuestBrowser();
  await makeFullGuest(browser);
  const before = await rowsOf(browser.userId);
  const actor = { type: "customer", userId, email, name: "", emailVerified: false } as const;
  const { status, body, cookie } = await interleaveAt(
    Prisma.sql`"user" where id = ${browser.userId}::uuid`,
    () => signInFrom({ cookie: browser.cookie }, email),
    (tx) => deleteAccount({ actor, tx }),
  );
  expect([status, body]).toEqual([409, { code: "GUEST_NOT_LINKED", message: "Account not found" }]);
  expect(cookie).toBeNull();
  expect(await rowsOf(browser.userId)).toEqual(before);
  expect(await db.session.count({ where: { userId } })).toBe(0);
});
