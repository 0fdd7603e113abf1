import { beforeAll, describe, expect, test } from "vitest";
import { asNobody } from "#lib/platform/context.ts";
import { db, Prisma } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { randomFrom, seed } from "#test/support/random.ts";
import { searchProjections } from "./search.ts";

const random = randomFrom(seed);
const pick = <T>(...from: [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0];
const words = () =>
  Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
    pick("Kettle", "kEtTlE", "Mug", "lid", "ke", "50%", "a_b"),
  );
const choice = { currency: "USD", country: "CA" };

beforeAll(async () => {
  for (let count = 0; count < 40; count++) {
    const prices = [
      { currency: "USD", amount: pick(100, 200, 300) },
      { currency: "USD", country: "CA", amount: pick(50, 250, 400) },
      { currency: "EUR", amount: pick(100, 200) },
    ].filter(() => random() < 0.6);
    const { productId, sku } = await makeVariant({ prices, published: random() < 0.9 });
    const name = words().join(pick(" ", "  "));
    const description = words().join(" ");
    const position = pick(1, 2, 3);
    const category = { update: { name: words().join(" ") } };
    await db.product.update({ where: { id: productId }, data: { name, description, position, category } });
    if (random() < 0.3)
      await db.productVariant.create({
        data: { id: newId(), productId, number: 2, sku: `${sku}-2`, title: words().join(" ") },
      });
  }
});

const hits = (text: Prisma.Sql, pattern: string) => Prisma.sql`(' ' || ${text}) ilike ${pattern}`;

/** The matches in their order, from the columns and prices themselves. */
async function plainly(patterns: string[], sort: string | undefined): Promise<string[]> {
  const all = Prisma.sql`concat_ws(' ', p.name, p.description, c.name, (select string_agg(concat_ws(' ', v.sku, v.title), ' ')
    from product_variant v where v.product_id = p.id))`;
  const scores = patterns.map(
    (pattern) => Prisma.sql`(case when ${hits(Prisma.sql`p.name`, pattern)} then 4 else 0 end
      + case when ${hits(Prisma.sql`c.name`, pattern)} then 2 else 0 end
      + case when ${hits(Prisma.sql`p.description`, pattern)} then 1 else 0 end)`,
  );
  const chosen = Prisma.sql`(select r.amount from price r where r.variant_id = v.id and r.currency = ${choice.currency}
    and (r.country is null or r.country = ${choice.country}) order by r.country nulls last limit 1)`;
  const extreme = (which: string) =>
    Prisma.sql`(select ${Prisma.raw(which)}(${chosen}) from product_variant v where v.product_id = p.id)`;
  const orders: Record<string, Prisma.Sql> = {
    "price asc": Prisma.sql`${extreme("min")} asc nulls last`,
    "price desc": Prisma.sql`${extreme("max")} desc nulls last`,
  };
  const byScore = Prisma.sql`${Prisma.join([...scores, Prisma.sql`0 + 0`], " + ")} desc, p.position`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    select p.id from product p join category c on c.id = p.category_id where p.published
      and ${Prisma.join([Prisma.sql`true`, ...patterns.map((pattern) => hits(all, pattern))], " and ")}
    order by ${sort ? orders[sort] : byScore}, p.id`;
  return rows.map(({ id }) => id);
}

const searches: [string, string[]][] = [
  ["kettle", ["%kettle%"]],
  ["KETTLE mug", ["%KETTLE%", "%mug%"]],
  ["ke", ["% ke%"]],
  ["50%", ["% 50\\%%"]],
  ["a_b", ["% a\\_b%"]],
  ["", []],
];
const sorts = [undefined, "price asc", "price desc"];

test("a total is only returned if it is requested", async () => {
  for (const sort of ["score desc", "price asc"]) {
    const query = new URLSearchParams({ "text.en": "kettle", sort, withTotal: "false" });
    const answer = await searchProjections(asNobody, query, { unpublished: false, choice });
    expect([answer.count > 0, answer.total]).toEqual([true, undefined]);
  }
});

describe(`a search finds what checking each product finds (SEED=${seed})`, () => {
  test.each(searches)("'%s'", async (text, patterns) => {
    for (const sort of sorts) {
      const ids = await plainly(patterns, sort);
      for (const [limit, offset] of [
        [100, 0],
        [7, 7],
        [3, ids.length - 1],
        [5, ids.length + 20],
      ]) {
        const query = new URLSearchParams({ "text.en": text, limit: String(limit), offset: String(offset) });
        if (sort) query.set("sort", sort);
        const { results, total } = await searchProjections(asNobody, query, { unpublished: false, choice });
        const found = results.map((product) => "id" in product && product.id);
        expect({ found, total }).toEqual({
          found: ids.slice(offset, Number(offset) + Number(limit)),
          total: ids.length,
        });
      }
    }
  });
});
