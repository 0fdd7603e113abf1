import { beforeAll, describe, expect, test } from "vitest";
import { productFields, textSearch } from "#lib/commerce/catalog/index.ts";
import { db, Prisma } from "#lib/platform/database/db.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import {
  type Field,
  type FieldList,
  type Filter,
  filterToSql,
  type Sort,
  sortToSql,
  type Value,
} from "#lib/platform/filter/index.ts";
import { newId } from "#lib/platform/ids.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { guestToken } from "#test/support/commercetools/call.ts";
import { makeCarts } from "#test/support/commercetools/random-carts.ts";
import { order, readyCart } from "#test/support/commercetools/shop.ts";
import { categoryQueryFields } from "../categories/fields.ts";
import { cartDiscountQueryFields, codeQueryFields } from "../discounts/fields.ts";
import { productQueryFields } from "../products/product-fields.ts";
import { projectionFields } from "../products/projection-fields.ts";
import { searchFields, searchSortFields } from "../products/search-fields.ts";
import { shippingQueryFields } from "../shipping/fields.ts";
import { cartQueryFields } from "./cart-fields.ts";
import { customerQueryFields } from "./customer-fields.ts";
import { orderQueryFields } from "./order-fields.ts";
import { paymentQueryFields } from "./payment-fields.ts";

const products = Prisma.sql`product p`;
const dollars = { currency: "USD", country: null };
const lists: [name: string, rows: Prisma.Sql, fields: FieldList][] = [
  ["carts", Prisma.sql`cart c`, cartQueryFields],
  ["orders", Prisma.sql`"order" o`, orderQueryFields],
  [
    "payments",
    Prisma.sql`payment p left join "order" o on o.id = p.order_id left join cart c on c.id = p.cart_id`,
    paymentQueryFields,
  ],
  ["customers", Prisma.sql`"user" u`, customerQueryFields],
  ["product projections", products, projectionFields],
  ["products by the catalogue's field names", products, productFields],
  ["products", products, productQueryFields],
  ["categories", Prisma.sql`category c`, categoryQueryFields],
  ["shipping methods", Prisma.sql`shipping_method m`, shippingQueryFields],
  ["discount codes", Prisma.sql`discount d`, codeQueryFields],
  ["cart discounts", Prisma.sql`discount d`, cartDiscountQueryFields],
  ["a search", products, searchFields(null)],
  ["a search with a price", products, searchFields(dollars)],
  ["a search's order", products, searchSortFields(dollars, textSearch("a b").score)],
  ["a search's order without words", products, searchSortFields(null, textSearch("").score)],
];

const values: Value[] = ["", "x'\"\\", newId(), "2026-01-01T00:00:00.000Z", 1, -1.5, 1e300, 5e-324, true];

/** Every filter of one field, and of the fields in it. */
function filtersOf(name: string, field: Field): Filter[] {
  const tests: Filter[] = [
    { kind: "defined", field: name },
    { kind: "empty", field: name },
    { kind: "matches-ignoring-case", field: name, value: "X" },
    { kind: "like", field: name, pattern: "a*?", ignoresCase: false },
    { kind: "like", field: name, pattern: "a*?", ignoresCase: true },
    ...values.flatMap((value): Filter[] => [
      ...(["=", "!=", "<", "<=", ">", ">="] as const).map(
        (operator): Filter => ({ kind: "compare", field: name, operator, value }),
      ),
      { kind: "in", field: name, values: [value] },
      { kind: "in", field: name, values: [value, value] },
      { kind: "contains", field: name, mode: "any", values: [value] },
    ]),
  ];
  if (field.type !== "object" && field.type !== "collection") return tests;
  const inner = Object.entries(field.fields).flatMap(([inside, of]) => filtersOf(inside, of));
  return [...tests, ...inner.map((filter): Filter => ({ kind: "within", field: name, filter }))];
}

function pathsOf(fields: FieldList): string[][] {
  return Object.entries(fields).flatMap(([name, field]) =>
    field.type === "object" ? pathsOf(field.fields).map((path) => [name, ...path]) : [[name]],
  );
}

/** The result of `compile`, or null if it rejects the query. */
function compiled(compile: () => Prisma.Sql): Prisma.Sql | null {
  try {
    return compile();
  } catch (error) {
    if (isDomainError(error, "validation_failed")) return null;
    throw error;
  }
}

beforeAll(async () => {
  // Rows in each table, so that conditions are not only parsed but evaluated.
  await makeCarts(8);
  const { token } = await guestToken();
  const placed = await order(token, await readyCart(token, await makeVariant()));
  expect(placed.status).toBe(201);
});

// Any query of a field either runs in the database or is rejected as a caller error.
describe.each(lists)("every field of %s", (_, rows, fields) => {
  test("can be filtered by", async () => {
    const filters = Object.entries(fields).flatMap(([name, field]) => filtersOf(name, field));
    const conditions = filters.flatMap((filter) => compiled(() => filterToSql(fields, filter)) ?? []);
    expect(conditions.length).toBeGreaterThan(Object.keys(fields).length);
    for (let from = 0; from < conditions.length; from += 50) {
      const some = Prisma.join(conditions.slice(from, from + 50), ", ");
      await db.$queryRaw`select ${some} from ${rows} limit 3`;
    }
  });

  test("can be sorted by, or is rejected", async () => {
    for (const path of pathsOf(fields)) {
      const sort: Sort = { path, direction: "desc" };
      const orderBy = compiled(() => sortToSql(fields, [sort]));
      if (orderBy) await db.$queryRaw`select 1 from ${rows} order by ${orderBy} limit 3`;
    }
  });
});
