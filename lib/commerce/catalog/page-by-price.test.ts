import { beforeAll, describe, expect, test } from "vitest";
import { db, Prisma } from "#lib/platform/database/db.ts";
import { type Scalar, sortToSql } from "#lib/platform/filter/index.ts";
import { newId } from "#lib/platform/ids.ts";
import { makeVariant, type Sellable } from "#test/support/catalogue.ts";
import { randomFrom, seed } from "#test/support/random.ts";
import { chosenPrice, extremePrice, type PriceChoice, productFields } from "./filter-fields.ts";
import { type PriceOrder, pageByPrice } from "./page-by-price.ts";

const random = randomFrom(seed);
const pick = <T>(...from: [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0];

const choices: (PriceChoice | null)[] = [
  null,
  { currency: "USD", country: null },
  { currency: "USD", country: "US" },
  { currency: "USD", country: "CA" },
  { currency: "EUR", country: "DE" },
  { currency: "JPY", country: "JP" },
];
const cases = choices.flatMap((choice) =>
  (["asc", "desc"] as const).map((order): [string, PriceChoice | null, PriceOrder] => {
    return [`${choice ? `${choice.currency} in ${choice.country}` : "any price"} ${order}`, choice, order];
  }),
);

/** Few amounts, so that many are equal. */
const somePrices = () =>
  Array.from({ length: Math.floor(random() * 4) }, () => ({
    currency: pick("USD", "EUR"),
    ...(random() < 0.4 && { country: pick("US", "CA", "DE") }),
    amount: pick(100, 200, 300, 400),
  })).filter(
    ({ currency, country }, at, all) =>
      all.findIndex((other) => other.currency === currency && other.country === country) === at,
  );

const made: Sellable[] = [];

beforeAll(async () => {
  for (let count = 0; count < 30; count++) made.push(await makeVariant({ prices: somePrices() }));
  // Some have several variants, and prices that came, went, changed and moved.
  for (const { productId, sku } of made.slice(0, 12)) {
    const prices = { create: somePrices() };
    const id = newId();
    await db.productVariant.create({
      data: { id, productId, number: 2, sku: `${sku}-2`, title: "", prices },
    });
  }
  await db.price.updateMany({ where: { variantId: made[3]?.variantId ?? "" }, data: { amount: 50 } });
  await db.price.deleteMany({ where: { variantId: made[4]?.variantId ?? "" } });
  await db.productVariant.update({
    where: { sku: `${made[5]?.sku}-2` },
    data: { productId: made[20]?.productId ?? "" },
  });
  await db.productVariant.delete({ where: { sku: `${made[6]?.sku}-2` } });
});

/** From the prices themselves, one by one. */
function plainPrice(order: PriceOrder, choice: PriceChoice | null): Scalar {
  const extreme = Prisma.raw(order === "asc" ? "min" : "max");
  const amount = choice ? chosenPrice(choice).sql : Prisma.sql`r.amount`;
  const prices = choice ? Prisma.empty : Prisma.sql`join price r on r.variant_id = v.id`;
  return {
    type: "number",
    sql: Prisma.sql`(select ${extreme}(${amount}) from product_variant v ${prices} where v.product_id = p.id)`,
  };
}

async function idsOf(statement: Prisma.Sql): Promise<string[]> {
  return (await db.$queryRaw<{ id: string }[]>(statement)).map(({ id }) => id);
}

describe(`pages by price are those of a plain sort (SEED=${seed})`, () => {
  test.each(cases)("%s", async (_name, choice, order) => {
    const kept = extremePrice(order === "asc" ? "lowest" : "highest", choice);
    const by = (price: Scalar) =>
      sortToSql({ id: productFields.id, price }, [{ path: ["price"], direction: order }]);
    const where = Prisma.sql`p.id = any (${made.map(({ productId }) => productId)}::uuid[])`;
    for (const [limit, offset] of [
      [100, 0],
      [7, 0],
      [7, 7],
      [9, 18],
      [9, 40],
    ] as const) {
      const sorted = (price: Scalar) =>
        idsOf(
          Prisma.sql`select p.id from product p where ${where} order by ${by(price)} limit ${limit} offset ${offset}`,
        );
      const walked = pageByPrice(where, choice, { order, limit, offset });
      const plain = await sorted(plainPrice(order, choice));
      expect(await sorted(kept)).toEqual(plain);
      expect(await idsOf(Prisma.sql`with ${walked} select id from page order by place`)).toEqual(plain);
    }
  });
});

test("prices of a product that change at the same moment are both seen", async () => {
  const thing = await makeVariant({ prices: [] });
  const prices = [100, 200, 300, 400].map((amount, at) => ({
    currency: ["USD", "EUR", "GBP", "JPY"][at] ?? "",
    amount,
  }));
  await Promise.all(
    prices.map((price) => db.price.create({ data: { variantId: thing.variantId, ...price } })),
  );
  const rows = await db.productPrice.findMany({ where: { productId: thing.productId, market: "" } });
  expect(rows).toMatchObject([{ lowest: 100n, highest: 400n }]);
});
