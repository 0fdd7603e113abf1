import { expect, test } from "vitest";
import { cancelOrder as cancel } from "#lib/dialects/store-api/routes/orders.ts";
import { db } from "#lib/platform/database/db.ts";
import { signInFrom, signUpFrom } from "#test/support/accounts.ts";
import { call } from "#test/support/call.ts";
import { makeDiscount, makeVariant } from "#test/support/catalogue.ts";
import { buy, guestEmail, place, readyToPlace } from "#test/support/checkout.ts";
import { type Session, signUp } from "#test/support/sessions.ts";

const variant = await makeVariant({ stock: 1_000 });
const oncePerCustomer = () => makeDiscount({ oncePerCustomer: true });
const userOf = async (email: string) => db.user.findUniqueOrThrow({ where: { email } });

type Shopper = { session?: Session; email?: string };

/** "used", or "refused" when the code is entered or the order placed. */
async function tryCoupon(code: string, shopper: Shopper): Promise<string> {
  try {
    const reply = await place(await readyToPlace({ variant, ...shopper, coupons: [code] }));
    if (reply.status === 201) return "used";
    return reply.body.errorCode === "COUPON_NOT_APPLICABLE" ? "refused" : reply.text;
  } catch (error) {
    return String(error).includes("can be used once per customer") ? "refused" : String(error);
  }
}

/** The same, entering the code before the contact, so that only placing the order can reject it. */
async function tryCouponUnnamed(code: string, shopper: Shopper): Promise<string> {
  const ready = await readyToPlace({
    variant,
    ...(shopper.session && { session: shopper.session }),
    email: guestEmail(),
    coupons: [code],
  });
  await db.cart.updateMany({
    where: { userId: ready.session.userId, status: "active" },
    data: { email: shopper.email ?? null },
  });
  const reply = await place(ready);
  return reply.status === 201 ? "used" : String(reply.body.errorCode);
}

test("a coupon used as a guest is used up for the account with that address, whatever contact it gives", async () => {
  const { code } = await oncePerCustomer();
  const account = await signUp();
  await buy({ variant, email: account.email, coupons: [code] });
  expect(await tryCoupon(code, { session: account, email: account.email })).toBe("refused");
  expect(await tryCoupon(code, { session: account, email: guestEmail() })).toBe("refused");
  expect(await tryCoupon(code, {})).toBe("used");
});

test("a coupon that an account used, whatever contact it gave, is used up for guests with the account's address", async () => {
  const { code } = await oncePerCustomer();
  const account = await signUp();
  const contact = guestEmail();
  await buy({ variant, session: account, email: contact, coupons: [code] });
  for (const email of [account.email, contact, contact.toUpperCase()])
    expect(await tryCoupon(code, { email })).toBe("refused");
});

test("after the conversion it is used up for the account, for its address, and for the guest's address", async () => {
  const { id, code } = await oncePerCustomer();
  const { session, email } = await buy({ variant, coupons: [code] });
  const accountEmail = guestEmail();
  const { token } = await signUpFrom(session, accountEmail);
  const account = { token, userId: (await userOf(accountEmail)).id };
  expect(await tryCoupon(code, { session: account, email: guestEmail() })).toBe("refused");
  expect(await tryCoupon(code, { email })).toBe("refused");
  expect(await tryCoupon(code, { email: accountEmail })).toBe("refused");
  expect(await tryCoupon(code, { session: await signUp(email), email })).toBe("refused");
  expect(await db.discount.findUnique({ where: { id } })).toMatchObject({ usedCount: 1 });
});

test("two uses that a conversion combines both stay on record, and neither address can use it again", async () => {
  const { id, code } = await oncePerCustomer();
  const account = await signUp();
  await buy({ variant, session: account, email: account.email, coupons: [code] });
  const guest = await buy({ variant, coupons: [code] });
  const { token } = await signInFrom(guest.session, account.email);
  const uses = await db.discountUsage.findMany({ where: { discountId: id } });
  expect(uses.map(({ userId, releasedAt }) => [userId, releasedAt])).toEqual([
    [account.userId, null],
    [account.userId, null],
  ]);
  expect(await tryCoupon(code, { session: { ...account, token } })).toBe("refused");
  for (const email of [guest.email, account.email]) {
    expect(await tryCoupon(code, { email })).toBe("refused");
    expect(await tryCouponUnnamed(code, { email })).toBe("COUPON_NOT_APPLICABLE");
  }
});

test("entering the code before the contact does not help: placing the order decides", async () => {
  const { code } = await oncePerCustomer();
  const { email } = await buy({ variant, coupons: [code] });
  expect(await tryCouponUnnamed(code, { email })).toBe("COUPON_NOT_APPLICABLE");
});

test("twenty concurrent orders of an account and of guests with its address use it once", async () => {
  const { id, code } = await oncePerCustomer();
  const account = await signUp();
  const shoppers = [
    { session: account, email: guestEmail() },
    ...Array(19).fill({ email: account.email.toUpperCase() }),
  ];
  const ready = await Promise.all(
    shoppers.map((shopper: Shopper) => readyToPlace({ variant, ...shopper, coupons: [code] })),
  );
  const replies = await Promise.all(ready.map((each) => place(each)));
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(replies.filter(({ body }) => body.errorCode === "COUPON_NOT_APPLICABLE")).toHaveLength(19);
  expect(await db.discount.findUnique({ where: { id } })).toMatchObject({ usedCount: 1 });
});

test("a cancelled order returns the use to the person, even after the conversion", async () => {
  const { code } = await oncePerCustomer();
  const { session, order, email } = await buy({ variant, coupons: [code] });
  const accountEmail = guestEmail();
  const { token } = await signUpFrom(session, accountEmail);
  const account = { token, userId: (await userOf(accountEmail)).id };
  expect((await call(cancel, { session: account, params: { id: order.id } })).status).toBe(200);
  expect(await tryCoupon(code, { session: account, email: accountEmail })).toBe("used");
  expect(await tryCoupon(code, { email })).toBe("used");
});
