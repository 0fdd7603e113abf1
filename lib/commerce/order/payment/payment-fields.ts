import { Prisma } from "#lib/platform/database/db.ts";
import type { FieldList, Scalar } from "#lib/platform/filter/index.ts";
import { transactionFields } from "./transactions.ts";

/** Payments whose order, or cart without an order, has one of some values in `column`. */
const ofBuyer = (column: Prisma.Sql): NonNullable<Scalar["found"]> => {
  return (isOneOf) => Prisma.sql`(p.order_id = any (array(select id from "order" where ${isOneOf(column)}))
    or (p.order_id is null and p.cart_id = any (array(select id from cart where ${isOneOf(column)}))))`;
};

const userId = Prisma.sql`coalesce(o.user_id, c.user_id)`;

/** The filterable fields of payments, over "payment p", its order o and its cart c. Amounts in minor units. */
export const paymentFields = {
  id: { type: "uuid", sql: Prisma.sql`p.id` },
  version: { type: "number", sql: Prisma.sql`p.version` },
  provider: { type: "string", sql: Prisma.sql`p.provider` },
  method: { type: "string", sql: Prisma.sql`p.method` },
  state: { type: "string", sql: Prisma.sql`p.state::text` },
  reason: { type: "string", sql: Prisma.sql`p.reason` },
  reference: { type: "string", sql: Prisma.sql`p.reference` },
  amount: { type: "number", sql: Prisma.sql`p.amount` },
  currency: { type: "string", sql: Prisma.sql`p.currency` },
  anonymousId: {
    type: "string",
    sql: Prisma.sql`(case when o.id is null then c.anonymous_id else o.anonymous_id end)`,
    found: ofBuyer(Prisma.sql`anonymous_id`),
  },
  /** The account that pays. */
  customerId: {
    type: "uuid",
    sql: userId,
    found: ofBuyer(Prisma.sql`user_id`),
    presentIf: Prisma.sql`exists (select 1 from "user" u where u.id = ${userId} and not u.is_anonymous)`,
  },
  transactions: transactionFields,
  createdAt: { type: "date", sql: Prisma.sql`p.created_at`, required: true },
  updatedAt: { type: "date", sql: Prisma.sql`p.updated_at`, required: true },
} satisfies FieldList;
