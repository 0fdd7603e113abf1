import { Prisma } from "#lib/platform/database/db.ts";
import {
  type Collection,
  type FieldList,
  objectOf,
  optionsOf,
  type Scalar,
} from "#lib/platform/filter/index.ts";
import { availableOf, priceOf } from "./queries.ts";

/** Selects a variant's price for a shopper: in `currency`, preferably for `country`; null: any country. */
export type PriceChoice = { currency: string; country: string | null };

const rows = Prisma.sql`product_variant v where v.product_id = p.id`;

const variantFields = {
  number: { type: "number", sql: Prisma.sql`v.number` },
  sku: { type: "string", sql: Prisma.sql`v.sku` },
  // A getter, because the SQL contains the current time.
  available: {
    type: "number",
    get sql() {
      return availableOf();
    },
  },
  isAvailable: {
    type: "boolean",
    get sql() {
      return Prisma.sql`${availableOf()} > 0`;
    },
  },
  options: optionsOf(Prisma.sql`v.options`),
  prices: {
    type: "collection",
    rows: Prisma.sql`price r where r.variant_id = v.id`,
    fields: {
      id: { type: "uuid", sql: Prisma.sql`r.id` },
      amount: { type: "number", sql: Prisma.sql`r.amount` },
      currency: { type: "string", sql: Prisma.sql`r.currency` },
      country: { type: "string", sql: Prisma.sql`r.country` },
    },
  },
} satisfies FieldList;

const variants = (which: Prisma.Sql): Collection & { fields: typeof variantFields } => ({
  type: "collection",
  rows: Prisma.sql`${rows} ${which}`,
  fields: variantFields,
});

/** The filterable fields of products, over "product p". */
export const productFields = {
  id: { type: "uuid", sql: Prisma.sql`p.id` },
  slug: { type: "string", sql: Prisma.sql`p.slug`, required: true },
  version: { type: "number", sql: Prisma.sql`p.version` },
  name: { type: "string", sql: Prisma.sql`p.name`, required: true },
  description: { type: "string", sql: Prisma.sql`p.description` },
  published: { type: "boolean", sql: Prisma.sql`p.published` },
  position: { type: "number", sql: Prisma.sql`p.position`, required: true },
  createdAt: { type: "date", sql: Prisma.sql`p.created_at`, required: true },
  updatedAt: { type: "date", sql: Prisma.sql`p.updated_at`, required: true },
  category: objectOf({ id: { type: "uuid", sql: Prisma.sql`p.category_id` } }),
  variants: variants(Prisma.empty),
  masterVariant: variants(Prisma.sql`and v.number = 1`),
  otherVariants: variants(Prisma.sql`and v.number > 1`),
} satisfies FieldList;

/** A variant's price for the shopper, in minor units; over "product_variant v". */
export function chosenPrice({ currency, country }: PriceChoice): Scalar {
  const price = priceOf(Prisma.sql`${currency}`, Prisma.sql`${country}`);
  return { type: "number", sql: Prisma.sql`(select price.amount from ${price})` };
}

/**
 * The markets whose prices apply to a shopper, the general one first; without a choice, the one of all prices. See
 * product_price in prisma/schema.prisma.
 */
export function marketsOf(choice: PriceChoice | null): [string, ...string[]] {
  if (!choice) return [""];
  const { currency, country } = choice;
  return country === null ? [currency] : [currency, `${currency}:${country}`];
}

/** A product's lowest or highest price, for the shopper or, without a choice, of all prices. */
export function extremePrice(which: "lowest" | "highest", choice: PriceChoice | null): Scalar {
  const amount = Prisma.raw(which);
  return {
    type: "number",
    sql: Prisma.sql`(select r.${amount} from product_price r
      where r.product_id = p.id and r.market = any (${marketsOf(choice)}) order by r.market desc limit 1)`,
  };
}

/** A product's lowest or highest value of an option; the option's name in any case. */
export function extremeOption(which: "lowest" | "highest", name: string): Scalar {
  const value =
    which === "lowest" ? Prisma.sql`min(o.value collate "C")` : Prisma.sql`max(o.value collate "C")`;
  return {
    type: "string",
    sql: Prisma.sql`(select ${value} from product_variant v cross join jsonb_each_text(v.options) o (name, value)
      where v.product_id = p.id and lower(o.name collate "und-x-icu") = ${name.toLowerCase()})`,
  };
}
