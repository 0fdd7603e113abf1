import { beforeAll, describe, expect, test } from "vitest";
import { listCarts, loadCart } from "#lib/commerce/cart/index.ts";
import { customers } from "#lib/commerce/customer/index.ts";
import { tellReturned } from "#lib/commerce/notifications/index.ts";
import { listOrders, loadOrder, searchPayments } from "#lib/commerce/order/index.ts";
import { searchOrders } from "#lib/commerce/order/search-orders.ts";
import {
  cartQueryFields,
  customerQueryFields,
  orderQueryFields,
  parseListQuery,
  paymentQueryFields,
} from "#lib/dialects/commercetools/query/index.ts";
import { asNobody, type Context } from "#lib/platform/context.ts";
import { db, Prisma } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { type FieldList, listingOf } from "#lib/platform/filter/index.ts";
import { newId } from "#lib/platform/ids.ts";
import { seedCatalogue } from "#prisma/seed/catalogue/catalogue.ts";
import { sentBy } from "#test/support/statements.ts";
import { growAccounts } from "./grow-accounts.ts";
import { growOrders } from "./grow-orders.ts";
import { effortOf, effortOfSent } from "./scans.ts";

// A tenth of what `npm run bench` grows to: enough for the planner to see that scanning them is a mistake.
const orders = 20_000;
const grown = ["order", "order_line", "order_event", "payment", "discount_usage", "user", "account", "cart"];
const program = { actor: { type: "api-client", clientId: "merchant", scopes: ["manage_orders"] } } as const;

let shopper = { userId: "", anonymousId: "" };
const cartId = newId();

beforeAll(async () => {
  await db.$transaction((tx) => seedCatalogue(tx));
  await growOrders(env.DATABASE_URL, orders);
  await growAccounts(env.DATABASE_URL, orders);
  const { userId } = await db.order.findFirstOrThrow({ where: { orderNumber: "SC-GROWN-77" } });
  shopper = { userId, anonymousId: userId };
  await startCart();
}, 240_000);

/** A cart of the shopper, with a coupon that each customer can use once and that every order has used. */
async function startCart() {
  const { id: discountId } = await db.discount.create({
    data: { code: newId().toUpperCase(), name: "Once", kind: "percentage", value: 10, oncePerCustomer: true },
  });
  await db.$executeRaw`insert into discount_usage (id, discount_id, order_id, user_id, amount)
    select gen_random_uuid(), ${discountId}::uuid, id, user_id, 1 from "order" where order_number <> 'SC-GROWN-77'`;
  await db.$executeRaw`analyze discount_usage`;
  await db.cart.create({
    data: {
      id: cartId,
      tokenHash: newId(),
      userId: shopper.userId,
      email: "member7@example.com",
      currency: "USD",
      country: "US",
      coupons: { create: { discountId } },
    },
  });
}

type Ask<R> = (ctx: Context & typeof program, listing: ReturnType<typeof listingOf>) => Promise<R>;

const listed =
  <R>(fields: FieldList, ask: Ask<R>) =>
  (words: Record<string, string>) =>
  (ctx: Context) =>
    ask(
      { ...ctx, ...program },
      listingOf(fields, parseListQuery(new URLSearchParams({ limit: "20", ...words }))),
    );

const query = listed(orderQueryFields, searchOrders);
const cartQuery = listed(cartQueryFields, listCarts);
const customerQuery = listed(customerQueryFields, customers.search);
const paymentQuery = listed(paymentQueryFields, searchPayments);

// The last three of those that growOrders writes, a minute apart.
const changedOfLate = `lastModifiedAt > "${new Date(Date.now() - 3.5 * 60_000).toISOString()}"`;

/** Reads of orders, and how many rows of the growing tables each may read. */
const reads: [string, (ctx: Context) => Promise<unknown>, number][] = [
  [
    "a shopper's orders",
    (ctx) => listOrders({ ...ctx, actor: { type: "anonymous", ...shopper } }, { limit: 20, offset: 0 }),
    60,
  ],
  ["an order by its id", (ctx) => loadOrder(ctx, Prisma.sql`o.user_id = ${shopper.userId}::uuid`), 20],
  ["commercetools: a page", query({}), 1_500],
  ["commercetools: the latest", query({ sort: "createdAt desc" }), 1_500],
  ["commercetools: the last changed", query({ sort: "lastModifiedAt desc" }), 1_500],
  ["commercetools: changed of late", query({ where: changedOfLate }), 60],
  ["commercetools: changed of late, by number", query({ where: changedOfLate, sort: "orderNumber asc" }), 60],
  ["commercetools: by number", query({ where: 'orderNumber="SC-GROWN-77"' }), 40],
  ["commercetools: cancelled ones", query({ where: 'orderState="Cancelled"' }), 20],
  ["commercetools: paid ones", query({ where: 'paymentState in ("Paid", "BalanceDue")' }), 20],
  [
    "commercetools: delayed ones, the latest",
    query({ where: 'shipmentState="Delayed"', sort: "createdAt desc" }),
    20,
  ],
  ["commercetools: by address", query({ where: 'customerEmail="guest77@example.com"' }), 40],
  ...Object.entries({ carts: cartQuery, customers: customerQuery, payments: paymentQuery }).flatMap(
    ([name, ask]): typeof reads => [
      [`commercetools: ${name}, a page`, ask({}), 4_000],
      [`commercetools: ${name}, the latest`, ask({ sort: "createdAt desc" }), 4_000],
      [`commercetools: ${name}, the last changed`, ask({ sort: "lastModifiedAt desc" }), 4_000],
      [`commercetools: ${name}, changed of late`, ask({ where: changedOfLate }), 100],
    ],
  ),
  [
    "commercetools: a customer's payments",
    (ctx) => paymentQuery({ where: `customer(id="${shopper.userId}")` })(ctx),
    40,
  ],
  [
    "commercetools: a guest's payments",
    (ctx) => paymentQuery({ where: `anonymousId="${shopper.anonymousId}"` })(ctx),
    40,
  ],
  [
    "a cart with a coupon that can be used once",
    (ctx) => loadCart(ctx, Prisma.sql`where c.id = ${cartId}::uuid`),
    20,
  ],
];

describe(`with ${orders} orders and as many accounts, a read does not read them all`, () => {
  test.each(reads)("%s", async (_name, read, bound) => {
    // Counting up to 1,000 may start a scan, which ends there: what counts is how many rows are read.
    const { rows } = await effortOf(grown, asNobody, read);
    expect(rows).toBeLessThanOrEqual(bound);
  });
});

test("the worker, which looks every minute for returned money whose buyers do not know, reads no settled refund", async () => {
  await db.$executeRaw`
    insert into refund (id, payment_id, amount, state, created_at)
    select gen_random_uuid(), id, 1500, 'done', now() from payment`;
  await db.$executeRaw`analyze refund`;
  const sent = await sentBy(tellReturned);
  expect(sent.length).toBeGreaterThan(1);
  const { scanned, rows } = await effortOfSent(["refund"], sent);
  expect(scanned).toEqual([]);
  // The planner looks at the ends of an index.
  expect(rows).toBeLessThanOrEqual(10);
});
