import { Prisma } from "#lib/platform/database/db.ts";
import type { Condition } from "#lib/platform/filter/index.ts";
import { marketsOf, type PriceChoice } from "./filter-fields.ts";

/** From the cheapest, by each product's lowest price, or from the dearest, by its highest. */
export type PriceOrder = "asc" | "desc";

/** Looking up this many prices one by one is still faster than reading all of them. */
const walked = 1000;

type Page = { order: PriceOrder; limit: number; offset: number };

/**
 * The ids of a page of the products "p" that match, in the order of their prices for the shopper, as a common table
 * expression "page" with `id` and `place`. Walks an index of prices as far as the page; products without a price come
 * last, and are only looked for when those with one do not fill the page.
 */
export function pageByPrice(
  where: Condition,
  choice: PriceChoice | null,
  { order, limit, offset }: Page,
): Prisma.Sql {
  const reach = offset + limit;
  const way = Prisma.raw(order);
  return Prisma.sql`priced as materialized (
      select p.id, r.amount from (${pricesIn(choice, order, reach)}) r join product p on p.id = r.product_id
      where ${where} order by r.amount ${way}, p.id limit ${reach}
    ), unpriced as (
      select p.id, null::bigint as amount from product p
      where (select count(*) from priced) < ${reach} and ${where}
        and not exists (select 1 from product_price r where r.product_id = p.id and r.market = any (${marketsOf(choice)}))
      order by p.id limit ${reach}
    ), page as (
      select id, row_number() over (order by amount ${way} nulls last, id) as place
      from (select * from priced union all select * from unpriced) found
      order by place limit ${limit} offset ${offset}
    )`;
}

/**
 * The same for at most `most` products, which are sorted: a common table expression "found" with their ids, and "page",
 * which is empty if there are more. The prices of all are looked up at once.
 */
export function pageOfFewByPrice(
  where: Condition,
  choice: PriceChoice | null,
  { order, limit, offset, most }: Page & { most: number },
): Prisma.Sql {
  return Prisma.sql`found as materialized (
      select p.id from product p where ${where} order by p.position, p.id limit ${most + 1}
    ), prices as (
      select distinct on (r.product_id) r.product_id, ${amountFor(order)} as amount from product_price r
      where r.product_id = any (array(select id from found where (select count(*) from found) <= ${most}))
        and r.market = any (${marketsOf(choice)}) order by r.product_id, r.market desc
    ), page as (select id, place from unnest(array(
      select p.id from found p left join prices r on r.product_id = p.id
      where (select count(*) from found) <= ${most}
      order by r.amount ${Prisma.raw(order)} nulls last, p.id limit ${limit} offset ${offset}
    )) with ordinality page (id, place))`;
}

function amountFor(order: PriceOrder): Prisma.Sql {
  return order === "asc" ? Prisma.sql`r.lowest` : Prisma.sql`r.highest`;
}

/**
 * `product_id` and `amount`, in order. A product with a price for the country itself is not listed by its general one.
 */
function pricesIn(choice: PriceChoice | null, order: PriceOrder, reach: number): Prisma.Sql {
  const amount = amountFor(order);
  const [market, own] = marketsOf(choice);
  const prices = (rest: Prisma.Sql) => Prisma.sql`
    (select r.product_id, ${amount} as amount from product_price r where ${rest} order by ${amount} ${Prisma.raw(order)}, r.product_id)`;
  if (own === undefined) return prices(Prisma.sql`r.market = ${market}`);
  const owned = Prisma.sql`(select true from product_price own where own.product_id = r.product_id and own.market = ${own})`;
  // PostgreSQL reads all prices at once for "exists", and looks up one after the other for a value.
  const hasOthers = reach > walked ? Prisma.sql`not exists ${owned}` : Prisma.sql`${owned} is null`;
  return Prisma.sql`${prices(Prisma.sql`r.market = ${own}`)} union all
    ${prices(Prisma.sql`r.market = ${market} and ${hasOthers}`)}`;
}
