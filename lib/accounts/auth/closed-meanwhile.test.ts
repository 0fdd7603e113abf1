import { expect, test } from "vitest";
import { deleteAccount } from "#lib/commerce/privacy/index.ts";
import { listOrders } from "#lib/dialects/store-api/routes/orders.ts";
import { db, Prisma, type Transaction, withTransaction } from "#lib/platform/database/db.ts";
import { postAuth, signInFrom, signUpFrom, startGuestBrowser } from "#test/support/accounts.ts";
import { call } from "#test/support/call.ts";
import { guestEmail } from "#test/support/checkout.ts";
import { askToken, shopScopes } from "#test/support/commercetools/call.ts";
import { makeClient } from "#test/support/commercetools/clients.ts";
import { openInbox } from "#test/support/inbox.ts";
import { interleaveAt } from "#test/support/locks.ts";
import { password } from "#test/support/sessions.ts";
import { endAccess } from "./close-access.ts";
import { isStillOpen } from "./still-open.ts";

const inbox = await openInbox();
const newPassword = "another password";
const wrong = { status: 401, body: { code: "INVALID_EMAIL_OR_PASSWORD" } };

async function account() {
  const email = guestEmail();
  const { body, cookie } = await signUpFrom(undefined, email);
  return { email, cookie: cookie ?? "", userId: (body.user as { id: string }).id };
}

type Account = Awaited<ReturnType<typeof account>>;

const client = await makeClient();
const askTokens = ({ email }: Account) =>
  askToken(
    "/oauth/demo/customers/token",
    `grant_type=password&username=${encodeURIComponent(email)}&password=${encodeURIComponent(password)}&scope=${shopScopes}`,
    client,
  );

const events: Record<string, (tx: Transaction, account: Account) => Promise<unknown>> = {
  "is deleted": (tx, { userId, email }) =>
    deleteAccount({ actor: { type: "customer", userId, email, name: "", emailVerified: false }, tx }),
  "gets another password": async (tx, { userId }) => {
    await tx.account.updateMany({ where: { userId }, data: { password: "another hash" } });
    await endAccess({ actor: { type: "none" }, tx }, { userId });
  },
};

/** Runs `call`, which has compared the password when the event happens. */
const during = <T>(owner: Account, event: string, call: () => Promise<T>) =>
  interleaveAt(Prisma.sql`"user" where id = ${owner.userId}::uuid`, call, async (tx) => {
    await events[event]?.(tx, owner);
  });

const opened = async ({ userId }: Account) => [
  await db.session.count({ where: { userId } }),
  await db.oAuthToken.count({ where: { userId } }),
];

for (const event of Object.keys(events)) {
  test(`a sign-in fails like a wrong password if the account ${event} meanwhile, and the browser stays the guest`, async () => {
    const owner = await account();
    const guest = await startGuestBrowser();
    const answer = await during(owner, event, () => signInFrom(guest, owner.email));
    expect(answer).toMatchObject({ ...wrong, cookie: null });
    expect(answer.headers.get("set-auth-token")).toBeNull();
    expect(await opened(owner)).toEqual([0, 0]);
    expect((await call(listOrders, { session: guest })).status).toBe(200);
    expect(await db.user.count({ where: { id: guest.userId } })).toBe(1);
  });

  test(`a program gets no tokens if the account ${event} meanwhile`, async () => {
    const owner = await account();
    const answer = await during(owner, event, () => askTokens(owner));
    expect(answer).toMatchObject({ status: 400, body: { error: "invalid_customer_account_credentials" } });
    expect(await opened(owner)).toEqual([0, 0]);
  });
}

test("a session that no password opened may stay until the account is deleted", async () => {
  const owner = await account();
  const user = { id: owner.userId };
  await db.account.deleteMany({ where: { userId: owner.userId } });
  expect(await isStillOpen({}, user)).toBe(true);
  await withTransaction(async (tx) => void (await events["is deleted"]?.(tx, owner)));
  expect(await isStillOpen({}, user)).toBe(false);
});

/** Signs in and gets tokens with the old password while the new one is about to be stored. */
async function useOldPassword(owner: Account, change: () => Promise<{ status: number }>) {
  const where = Prisma.sql`account where user_id = ${owner.userId}::uuid`;
  const answer = await interleaveAt(where, change, async () => {
    expect((await signInFrom(undefined, owner.email)).status).toBe(200);
  });
  expect(answer.status).toBe(200);
}

test("a session that the old password starts while it is changed ends, and the changer's stays", async () => {
  const owner = await account();
  const body = { currentPassword: password, newPassword };
  await useOldPassword(owner, () => postAuth("/change-password", body, owner));
  expect(await opened(owner)).toEqual([1, 0]);
  expect((await signInFrom(undefined, owner.email, newPassword)).status).toBe(200);
});

test("a session that the old password starts while a mailed link replaces it ends", async () => {
  const owner = await account();
  await postAuth("/request-password-reset", { email: owner.email });
  const token = (await inbox.linkTo(owner.email, "/reset-password/")).pathname.split("/").at(-1);
  await useOldPassword(owner, () => postAuth("/reset-password", { token, newPassword }));
  expect(await opened(owner)).toEqual([0, 0]);
});
