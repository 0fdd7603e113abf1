import { afterEach, describe, expect, test } from "vitest";
import { asDomainError } from "#lib/platform/http/index.ts";
import { newId } from "#lib/platform/ids.ts";
import { makeVariant, stockOf } from "#test/support/catalogue.ts";
import { place, readyToPlace } from "#test/support/checkout.ts";
import { orderOf, tally } from "#test/support/expect.ts";
import { countJobs } from "#test/support/jobs.ts";
import { endRaces, loseRaces } from "#test/support/races.ts";
import { startGuestSession } from "#test/support/sessions.ts";
import {
  db,
  frequent,
  isForeignKeyViolation,
  isUniqueViolation,
  pool,
  sqlState,
  type Transaction,
  withTransaction,
} from "./db.ts";

const fail = (tx: Transaction, state: string) =>
  tx.$executeRawUnsafe(`do $$ begin raise exception 'lost' using errcode = '${state}'; end $$`);
const newCategory = () => ({ slug: `category-${newId()}`, name: "Things" });

afterEach(endRaces);

describe("a transaction that fails to serialize", () => {
  test.each(["40001", "40P01"])("with %s is repeated and takes effect once", async (state) => {
    const category = newCategory();
    let attempts = 0;
    const result = await withTransaction(async (tx) => {
      attempts++;
      await tx.category.create({ data: category });
      if (attempts < 4) await fail(tx, state);
      return "done";
    });
    expect([result, attempts]).toEqual(["done", 4]);
    expect(await db.category.count({ where: { slug: category.slug } })).toBe(1);
  });

  test("in a statement by Prisma is repeated too", async () => {
    await loseRaces("category", 2);
    const category = newCategory();
    await withTransaction((tx) => tx.category.create({ data: category }));
    expect(await db.category.count({ where: { slug: category.slug } })).toBe(1);
  });

  test("six times is rolled back and reported", async () => {
    const category = newCategory();
    let attempts = 0;
    const work = withTransaction(async (tx) => {
      attempts++;
      await tx.category.create({ data: category });
      await fail(tx, "40001");
    });
    await expect(work).rejects.toSatisfy((error) => sqlState(error) === "40001");
    expect(attempts).toBe(6);
    expect(await db.category.count({ where: { slug: category.slug } })).toBe(0);
  });

  test("is the only kind that is repeated: any other failure is reported at once", async () => {
    let attempts = 0;
    const work = withTransaction(async (tx) => {
      attempts++;
      await fail(tx, "23514");
    });
    await expect(work).rejects.toThrow();
    expect(attempts).toBe(1);
  });
});

describe("a statement outside a transaction that fails to serialize", () => {
  const category = newCategory();
  const { slug } = category;
  const written = () => db.category.findUnique({ where: { slug }, select: { name: true } });

  test.each([
    ["create", "insert", "Things", () => db.category.create({ data: category })],
    ["update", "update", "Other", () => db.category.update({ where: { slug }, data: { name: "Other" } })],
    [
      "updateMany",
      "update",
      "Many",
      () => db.category.updateMany({ where: { slug }, data: { name: "Many" } }),
    ],
    ["SQL", "update", "Raw", () => db.$executeRaw`update category set name = 'Raw' where slug = ${slug}`],
    ["deleteMany", "delete", undefined, () => db.category.deleteMany({ where: { slug } })],
    ["createMany", "insert", "Things", () => db.category.createMany({ data: [category] })],
    ["delete", "delete", undefined, () => db.category.delete({ where: { slug } })],
  ] as const)("is repeated: %s", async (_, on, name, work) => {
    await loseRaces("category", 2, { state: "40P01", on });
    await work();
    expect((await written())?.name).toBe(name);
  });

  test.each(["user", "session"])("is repeated when better-auth writes the %s", async (table) => {
    await loseRaces(table, 2, { state: "40P01" });
    const { userId } = await startGuestSession();
    expect(await db.user.count({ where: { id: userId } })).toBe(1);
  });

  test("again and again is reported to the caller", async () => {
    await loseRaces("category", 100);
    const failing = db.category.create({ data: newCategory() });
    await expect(failing).rejects.toSatisfy((error) => asDomainError(error).code === "unavailable");
  });
});

test.each(["order", "order_line", "order_event", "payment"])(
  "placing an order survives two serialization failures on the %s: one order, one event, stock taken once",
  async (table) => {
    const variant = await makeVariant({ stock: 10 });
    const ready = await readyToPlace({ variant });
    await loseRaces(table, 2);
    const replies = await Promise.all([place(ready), place(ready)]);
    expect(tally(replies)).toEqual({ "201": 2 });
    const [first] = replies;
    const { id } = orderOf(first ?? (await place(ready)));
    expect(await db.order.count({ where: { userId: ready.session.userId } })).toBe(1);
    expect(await countJobs("order.placed", id)).toBe(1);
    expect(await stockOf(variant)).toBe(9);
  },
);

test("two deadlocked transactions both complete", async () => {
  const [one, other] = [await makeVariant({ stock: 5 }), await makeVariant({ stock: 5 })];
  const bothHoldOne = Promise.withResolvers<void>();
  let attempts = 0;
  const decrement = (tx: Transaction, variantId: string) =>
    tx.stock.update({ where: { variantId }, data: { quantity: { decrement: 1 } } });
  const take = (first: string, second: string) =>
    withTransaction(async (tx) => {
      await decrement(tx, first);
      if (++attempts === 2) bothHoldOne.resolve();
      await bothHoldOne.promise;
      await decrement(tx, second);
    });
  await Promise.all([take(one.variantId, other.variantId), take(other.variantId, one.variantId)]);
  expect([await stockOf(one), await stockOf(other)]).toEqual([3, 3]);
  expect(attempts).toBe(3);
});

test("constraint violations are recognized whether Prisma or pg sent the statement", async () => {
  const category = await db.category.create({ data: newCategory() });
  const { id, slug } = category;
  const doubled = [
    db.category.create({ data: { slug, name: "Again" } }),
    db.$executeRaw`insert into category (id, slug, name) values (${newId()}::uuid, ${slug}, 'Again')`,
  ];
  const dangling = [
    db.cartCoupon.create({ data: { cartId: newId(), discountId: newId() } }),
    db.$executeRaw`insert into cart_coupon (cart_id, discount_id) values (${id}::uuid, ${id}::uuid)`,
  ];
  for (const work of doubled) await expect(work).rejects.toSatisfy(isUniqueViolation);
  for (const work of dangling) await expect(work).rejects.toSatisfy(isForeignKeyViolation);
  for (const error of [null, undefined, "40001", new Error("40001"), {}]) {
    expect([isUniqueViolation(error), isForeignKeyViolation(error)]).toEqual([false, false]);
  }
});

test.each([
  ["Prisma's", pool],
  ["frequent", frequent],
])(
  "on %s connections PostgreSQL ends statements and transactions before their caller is gone",
  async (_, connections) => {
    const { rows } = await connections.query(
      "select name, setting::int from pg_settings where name in ('statement_timeout', 'idle_in_transaction_session_timeout') order by name",
    );
    expect(rows).toEqual([
      { name: "idle_in_transaction_session_timeout", setting: 30_000 },
      { name: "statement_timeout", setting: 25_000 },
    ]);
  },
);

test("a statement that takes too long is ended, and the shop is unavailable for the moment", async () => {
  const slow = withTransaction(async (tx) => {
    await tx.$executeRaw`set local statement_timeout = '50ms'`;
    await tx.$executeRaw`select pg_sleep(10)`;
  });
  await expect(slow).rejects.toSatisfy((error) => asDomainError(error).code === "unavailable");
});
