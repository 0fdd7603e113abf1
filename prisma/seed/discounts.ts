import { v7 } from "uuid";
import type { Prisma } from "../generated/client.ts";

/** One coupon for each kind of rule. Values in percent or cents. */
const coupons = [
  {
    code: "WELCOME10",
    name: "10% off your first order",
    kind: "percentage",
    value: 10,
    oncePerCustomer: true,
  },
  { code: "FREESHIP", name: "Free shipping", kind: "free_shipping", value: 0 },
  {
    code: "FIVEOFF",
    name: "$5 off orders of $25 or more",
    kind: "fixed",
    value: 500,
    currency: "USD",
    minimumSpend: 2500,
  },
  {
    code: "EXPIRED20",
    name: "20% off in the winter of 2024",
    kind: "percentage",
    value: 20,
    startsAt: new Date("2024-11-29T00:00:00Z"),
    endsAt: new Date("2024-12-31T23:59:59Z"),
  },
  { code: "LIMITED5", name: "15% off for the first five", kind: "percentage", value: 15, usageLimit: 5 },
] as const satisfies Omit<Prisma.DiscountCreateManyInput, "id">[];

/** Writes the coupons. Returns their ids by code. */
export async function seedDiscounts(tx: Prisma.TransactionClient): Promise<Map<string, string>> {
  const rows = coupons.map((coupon) => ({ id: v7(), ...coupon }));
  await tx.discount.createMany({ data: rows });
  return new Map(rows.map(({ id, code }) => [code, id]));
}
