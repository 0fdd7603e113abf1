import type { Cart } from "#lib/commerce/cart/index.ts";
import { pick } from "#lib/platform/database/columns.ts";
import { columnOf } from "#lib/platform/database/columns-to-sql.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { hashEmail } from "#lib/platform/secrets.ts";
import { orderColumns } from "../columns.ts";
import type { Order } from "../order.ts";
import { type Purchase, usedCoupons } from "./compose-order.ts";

/** Rows to insert, with Prisma's names of their columns; times are ISO 8601. */
type Rows = readonly object[];

/** The rows of a new order, by table. Its events are recorded separately. */
export function rowsOfOrder(
  order: Order,
  { cart, payment, priced }: Purchase,
): [table: string, rows: Rows][] {
  return [
    ["order", [orderRow(order, cart)]],
    ["order_line", order.lines.map((line, position) => lineRow(order, line, position))],
    ["payment", payment?.attemptId === null ? [paymentRow(order, payment)] : []],
    ["discount_usage", usedCoupons(priced).map((use) => usageRow(order, use))],
  ];
}

function orderRow(order: Order, { platform }: Cart) {
  return { ...pick(order, orderColumns), ...order.totals, platform };
}

function lineRow(order: Order, line: Order["lines"][number], position: number) {
  const { options, variantNumber, ...facts } = line;
  return { ...facts, orderId: order.id, position } satisfies Prisma.OrderLineCreateManyInput;
}

function paymentRow(order: Order, { provider, method }: NonNullable<Purchase["payment"]>) {
  return {
    id: newId(),
    cartId: order.cartId,
    orderId: order.id,
    provider: provider.id,
    method: method.id,
    state: "awaited",
    amount: order.totals.total,
    currency: order.currency,
    capture: "on-placement",
    captured: 0,
    refunded: 0,
    goesBack: false,
    version: 1,
    disputes: {},
    looks: 0,
    cartVersion: 0,
    expiresAt: order.placedAt,
    createdAt: order.placedAt,
    updatedAt: order.placedAt,
  } satisfies Prisma.PaymentCreateManyInput;
}

function usageRow({ id, userId, email }: Order, { discount, amount }: Purchase["priced"]["coupons"][number]) {
  return {
    id: newId(),
    discountId: discount.id,
    orderId: id,
    userId,
    emailHash: email && hashEmail(email),
    oncePerCustomer: discount.oncePerCustomer,
    amount,
  } satisfies Prisma.DiscountUsageCreateManyInput;
}

/** Inserts the rows, which all have the same columns, for each row of the CTE `going`. */
export function insertRows(table: string, rows: Rows): Prisma.Sql {
  const names = Object.keys(rows[0] ?? {});
  const columns = Prisma.raw(names.map((name) => `"${columnOf(name)}"`).join(", "));
  const records = rows.map((row) => {
    return Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value]));
  });
  const into = Prisma.raw(`"${table}"`);
  return Prisma.sql`insert into ${into} (${columns})
    select ${columns} from going, jsonb_populate_recordset(null::${into}, ${JSON.stringify(records)}::jsonb)`;
}
