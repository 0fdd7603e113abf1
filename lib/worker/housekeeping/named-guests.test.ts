import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { deleteExpired } from "./index.ts";

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);

async function makeOldGuest(anonymousId: string | null): Promise<string> {
  const id = newId();
  const at = daysAgo(40);
  await db.user.create({
    data: {
      id,
      name: "Anonymous",
      email: `${id}@anonymous.placeholder.invalid`,
      isAnonymous: true,
      anonymousId,
      createdAt: at,
      updatedAt: at,
    },
  });
  await db.cart.create({
    data: {
      id: newId(),
      userId: id,
      anonymousId,
      tokenHash: id,
      currency: "USD",
      country: "US",
      expiresAfterDays: 90,
      updatedAt: at,
    },
  });
  return id;
}

const traceOf = async (userId: string) => ({
  users: await db.user.count({ where: { id: userId } }),
  carts: await db.cart.count({ where: { userId } }),
});

test("a guest named by a program is kept as long as its cart, and then deleted", async () => {
  const named = await makeOldGuest("till-7");
  const unnamed = await makeOldGuest(null);
  await deleteExpired();
  expect(await traceOf(named)).toEqual({ users: 1, carts: 1 });
  expect(await traceOf(unnamed)).toEqual({ users: 0, carts: 0 });

  await db.cart.updateMany({ where: { userId: named }, data: { updatedAt: daysAgo(91) } });
  await deleteExpired();
  expect(await traceOf(named)).toEqual({ users: 0, carts: 0 });
});
