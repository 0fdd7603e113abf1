import type { OrderStatus } from "../../generated/client.ts";

export type OrderSeed = {
  orderNumber: string;
  email: string;
  /** The order was placed this long before the seed ran. */
  placedHoursAgo: number;
  status: OrderStatus;
  shipping: "standard" | "express";
  lines: { sku: string; quantity: number }[];
  /** A coupon that takes this percentage off the goods. */
  coupon?: { code: string; percent: number };
  payment: { provider: string; method: string; status: "pending" | "paid" | "voided" };
  /** The events after it was placed, with the hours since then. */
  history: { type: string; afterHours: number }[];
  trackingNumber?: string;
};

const paidByCard = { provider: "demo-card", method: "card_succeeds", status: "paid" } as const;

/** One order for each state that an order can be in. */
export const orderSeeds: OrderSeed[] = [
  {
    orderNumber: "SC-7K2M9QXA",
    email: "ada@example.com",
    placedHoursAgo: 41 * 24,
    status: "delivered",
    shipping: "standard",
    lines: [
      { sku: "KIT-MUG-SEA", quantity: 2 },
      { sku: "DSK-NOTE-MARSH-R", quantity: 1 },
      { sku: "DSK-PEN-F", quantity: 1 },
    ],
    coupon: { code: "WELCOME10", percent: 10 },
    payment: paidByCard,
    history: [
      { type: "order.confirmed", afterHours: 0 },
      { type: "order.shipped", afterHours: 22 },
      { type: "order.delivered", afterHours: 94 },
    ],
    trackingNumber: "TW482915530US",
  },
  {
    orderNumber: "SC-4TRW8H0D",
    email: "ada@example.com",
    placedHoursAgo: 52,
    status: "fulfilled",
    shipping: "express",
    lines: [
      { sku: "KIT-KETTLE", quantity: 1 },
      { sku: "KIT-TOWEL-CLAY", quantity: 2 },
    ],
    payment: paidByCard,
    history: [
      { type: "order.confirmed", afterHours: 0 },
      { type: "order.shipped", afterHours: 19 },
    ],
    trackingNumber: "TW490027714US",
  },
  {
    orderNumber: "SC-P3N6VB1E",
    email: "ada@example.com",
    placedHoursAgo: 5,
    status: "pending",
    shipping: "standard",
    lines: [{ sku: "BTH-WAFFLE-CREAM-B", quantity: 2 }],
    payment: { provider: "bank-transfer", method: "bank_transfer", status: "pending" },
    history: [],
  },
  {
    orderNumber: "SC-9CJ5Z2YF",
    email: "grace@example.com",
    placedHoursAgo: 27,
    status: "confirmed",
    shipping: "standard",
    lines: [
      { sku: "GDN-CAN-ZINC", quantity: 1 },
      { sku: "GDN-SECATEURS", quantity: 1 },
      { sku: "GDN-POT-7", quantity: 3 },
    ],
    payment: paidByCard,
    history: [{ type: "order.confirmed", afterHours: 0 }],
  },
  {
    orderNumber: "SC-D8G4QS7K",
    email: "grace@example.com",
    placedHoursAgo: 12 * 24,
    status: "cancelled",
    shipping: "standard",
    lines: [{ sku: "WRD-APRON-INK", quantity: 1 }],
    payment: { provider: "bank-transfer", method: "bank_transfer", status: "voided" },
    history: [{ type: "order.cancelled", afterHours: 3 }],
  },
];
