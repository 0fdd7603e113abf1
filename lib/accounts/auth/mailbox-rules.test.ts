import { beforeEach, expect, test } from "vitest";
import { addAddress, listAddresses } from "#lib/dialects/store-api/routes/addresses.ts";
import { getCart } from "#lib/dialects/store-api/routes/cart.ts";
import { listOrders } from "#lib/dialects/store-api/routes/orders.ts";
import { db } from "#lib/platform/database/db.ts";
import { rowsOf } from "#test/privacy/rows.ts";
import { openAuth, postAuth, signInFrom, signUpFrom } from "#test/support/accounts.ts";
import { call } from "#test/support/call.ts";
import { makeDiscount, makeVariant } from "#test/support/catalogue.ts";
import { buy, fillCart, guestEmail } from "#test/support/checkout.ts";
import { customerToken, send } from "#test/support/commercetools/call.ts";
import { openInbox } from "#test/support/inbox.ts";
import { password } from "#test/support/sessions.ts";

const inbox = await openInbox();

beforeEach(() => {
  inbox.received.length = 0;
});

const newPassword = "the owner's own password";
const entry = {
  firstName: "Stranger",
  lastName: "Danger",
  fullAddress: "1 Elsewhere",
  city: "Portland",
  pincode: "04101",
  state: "ME",
  phone: "+12075550142",
  country: "US",
  isDefault: true,
};

/** Signs up with an address and uses every feature of the account. */
async function furnish() {
  const email = guestEmail();
  const { token, body, cookie } = await signUpFrom(undefined, email, { image: "https://example.com/a.png" });
  const session = { token, userId: (body.user as { id: string }).id };
  expect((await call(addAddress, { session, body: entry })).status).toBe(201);
  const { code } = await makeDiscount({ oncePerCustomer: true });
  const variant = await makeVariant();
  const { order } = await buy({ variant, session, email, coupons: [code] });
  await fillCart(session, { variant });
  await customerToken(email, password);
  const said = { firstName: "Stranger", lastName: "Danger", profile: { companyName: "Elsewhere Ltd" } };
  await db.user.update({ where: { id: session.userId }, data: said });
  return { email, session, cookie: cookie ?? "", order };
}

async function chooseNewPassword(email: string) {
  inbox.received.length = 0;
  await postAuth("/request-password-reset", { email });
  const link = await inbox.linkTo(email, "/reset-password/");
  const token = link.pathname.split("/").at(-1);
  expect((await postAuth("/reset-password", { token, newPassword })).status).toBe(200);
  return signInFrom(undefined, email, newPassword);
}

const confirm = async (email: string, held?: { cookie: string }) =>
  openAuth((await inbox.linkTo(email, "/auth/verify-email")).href, held);

/** What a signed-in user sees in the account. */
async function shown(session: { token: string }) {
  const addresses = (await call(listAddresses, { session })).body.data as unknown[];
  const orders = (await call(listOrders, { session })).body.data as unknown[];
  const cart = (await call(getCart, { session })).body.data as { lines: unknown[] };
  return { addresses: addresses.length, orders: orders.length, lines: cart.lines.length };
}

test("setting a password by mail empties an account that somebody else may have used, and orders stay on the books", async () => {
  const { email, session, order } = await furnish();
  const owner = await chooseNewPassword(email);
  expect(owner.body.user).toMatchObject({ id: session.userId, name: "", image: null, emailVerified: true });
  expect(await db.user.findUnique({ where: { id: session.userId } })).toMatchObject({
    firstName: null,
    lastName: null,
    profile: {},
  });
  expect(await shown(owner)).toEqual({ addresses: 0, orders: 0, lines: 0 });
  expect((await call(listOrders, { session })).status).toBe(401);

  expect(Object.keys(await rowsOf(session.userId)).toSorted()).toEqual(["account", "cart", "session"]);
  const kept = await db.order.findUniqueOrThrow({
    where: { id: order.id },
    include: { user: true, discountUsages: true, events: true, cart: true },
  });
  expect(kept).toMatchObject({ email, shippingAddress: { lastName: "Guest" } });
  expect(Number(kept.total)).toBe(order.totals.total);
  expect(kept.user).toMatchObject({ isAnonymous: true, name: "Anonymous" });
  expect(kept.cart.userId).toBe(kept.userId);
  expect(kept.discountUsages.map(({ userId }) => userId)).toEqual([kept.userId]);
  expect(new Set(kept.events.map(({ userId }) => userId))).toEqual(new Set([kept.userId]));
  expect(kept.events.map(({ type }) => type)).toContain("order.moved_to_guest");
  expect(await db.session.count({ where: { userId: kept.userId } })).toBe(0);
});

test("it does so even if the address was confirmed in a browser that is not signed in to the account", async () => {
  const { email } = await furnish();
  expect((await confirm(email)).headers.get("location")).toBe("/account?verified=1");
  expect(await shown(await chooseNewPassword(email))).toEqual({ addresses: 0, orders: 0, lines: 0 });
});

test("it does so even if the address was confirmed in a browser that is signed in to another account", async () => {
  const { email } = await furnish();
  const other = await signUpFrom(undefined, guestEmail());
  await confirm(email, { cookie: other.cookie ?? "" });
  expect(await shown(await chooseNewPassword(email))).toEqual({ addresses: 0, orders: 0, lines: 0 });
});

test("an account whose owner confirmed the address in it keeps everything", async () => {
  const { email, cookie } = await furnish();
  await confirm(email, { cookie });
  const owner = await chooseNewPassword(email);
  expect(owner.body.user).toMatchObject({ name: "Cora Customer", emailVerified: true });
  expect(await shown(owner)).toEqual({ addresses: 1, orders: 1, lines: 1 });
});

test("so does an account whose owner confirmed the address on another device and signed in there", async () => {
  const { email } = await furnish();
  const phone = (await confirm(email)).headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  expect(phone).toContain("confirmed_mailbox");
  expect((await signInFrom({ cookie: phone }, email)).status).toBe(200);
  expect(await shown(await chooseNewPassword(email))).toEqual({ addresses: 1, orders: 1, lines: 1 });
});

test("a mailbox that the account has left proves nothing about its next one", async () => {
  const { email: own } = await furnish();
  const phone = (await confirm(own)).headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const somebodys = guestEmail();
  const { version } = await db.user.findUniqueOrThrow({ where: { email: own } });
  const change = { version, actions: [{ action: "changeEmail", email: somebodys }] };
  const token = await customerToken(own, password);
  expect((await send("POST", "/me", { token, body: change })).status).toBe(200);
  expect((await signInFrom({ cookie: phone }, somebodys)).status).toBe(200);
  expect(await shown(await chooseNewPassword(somebodys))).toEqual({ addresses: 0, orders: 0, lines: 0 });
});

test("setting a password by mail a second time keeps the owner's data", async () => {
  const { email } = await furnish();
  const owner = await chooseNewPassword(email);
  const session = { token: owner.token };
  expect((await call(addAddress, { session, body: entry })).status).toBe(201);
  expect(await shown(await chooseNewPassword(email))).toMatchObject({ addresses: 1 });
});

test("confirming one mailbox, or failing to, proves nothing about another account", async () => {
  const mine = await furnish();
  const phone = (await confirm(mine.email)).headers.getSetCookie().map((each) => each.split(";")[0]);
  const theirs = await signUpFrom(undefined, guestEmail());
  const email = (theirs.body.user as { email: string }).email;
  await signInFrom({ cookie: phone.join("; ") }, email);
  const link = await inbox.linkTo(email, "/auth/verify-email");
  link.searchParams.set("token", `${link.searchParams.get("token")?.slice(0, -3)}abc`);
  await openAuth(link.href, { cookie: theirs.cookie ?? "" });
  expect(await db.user.findUnique({ where: { email } })).toMatchObject({ ownerProvenAt: null });
});
