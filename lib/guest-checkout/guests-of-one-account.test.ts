import { expect, test } from "vitest";
import { linkGuest } from "#lib/accounts/auth/index.ts";
import { asNobody } from "#lib/platform/context.ts";
import { db, Prisma } from "#lib/platform/database/db.ts";
import { makeDiscount, makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { interleaveAt } from "#test/support/locks.ts";
import { type Session, signUp } from "#test/support/sessions.ts";
import { until } from "#test/support/until.ts";

const waiting = async () =>
  Number((await db.$queryRaw<{ n: number }[]>`select count(*)::int n from pg_locks where not granted`)[0]?.n);

test("two guests who used the same once-per-customer coupon become one account at once, and one use counts", async () => {
  const [variant, coupon] = [await makeVariant(), await makeDiscount({ oncePerCustomer: true })];
  const guests = [
    await buy({ variant, coupons: [coupon.code] }),
    await buy({ variant, coupons: [coupon.code] }),
  ];
  const { userId } = await signUp();
  const become = ({ session }: { session: Session }) =>
    linkGuest(asNobody, { anonymousUserId: session.userId, userId });
  await interleaveAt(
    Prisma.sql`"user" where id = ${userId}::uuid`,
    () => Promise.all(guests.map(become)),
    async () => {
      await until(async () => (await waiting()) >= 2);
    },
  );
  expect(await db.order.count({ where: { userId } })).toBe(2);
  const uses = await db.discountUsage.findMany({ where: { userId }, select: { oncePerCustomer: true } });
  expect(uses.map((use) => use.oncePerCustomer).toSorted()).toEqual([false, true]);
});
