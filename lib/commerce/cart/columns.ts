import * as z from "zod";
import { address, keptAddress } from "#lib/platform/address.ts";
import type { Column, Columns } from "#lib/platform/database/columns.ts";
import { emailAddress } from "#lib/platform/email-address.ts";
import { instant, line, text } from "#lib/platform/text.ts";

// Every column of a cart that is read and written as one value. The rest of a cart is computed: see queries.ts.

/** The contact for the order. */
export const contactColumns = {
  email: { type: z.string().nullable(), input: emailAddress, filter: "string", erasedTo: "null" },
  contactName: { type: z.string().nullable(), input: line(255), erasedTo: "null" },
  phone: { type: z.string().nullable(), input: line(32), erasedTo: "null" },
} satisfies Columns;

const addressColumn = {
  type: keptAddress.nullable(),
  pg: "jsonb",
  input: address,
  filter: "address",
  erasedTo: "null",
} satisfies Column;

/** In characters. */
export const longestNote = 250;

/** The delivery. */
export const deliveryColumns = {
  country: { type: z.string() },
  shippingAddress: addressColumn,
  billingAddress: addressColumn,
  /** A note for the driver. Blank means none. */
  deliveryNote: {
    type: z.string().nullable(),
    input: text(longestNote, 0).transform((note) => note || null),
    filter: "string",
    erasedTo: "null",
  },
} satisfies Columns;

const cartOrigin = z.enum(["customer", "merchant"]);
/** Who created the cart: the shopper, or the merchant for a shopper. */
export type CartOrigin = z.output<typeof cartOrigin>;

/** Columns that an order copies from its cart. */
export const saleColumns = {
  ...contactColumns,
  ...deliveryColumns,
  currency: { type: z.string(), filter: "string" },
  locale: { type: z.string().nullable(), filter: "string" },
  origin: { type: cartOrigin, pg: "cart_origin", filter: "string" },
  /** The buyer's purchase order number. */
  purchaseOrderNumber: { type: z.string().nullable(), filter: "string" },
} satisfies Columns;

const amount = z.int();
/** The amounts that a shopper agrees to, in minor units. `coupons` is the total discount on goods and shipping. */
const sums = z.object({
  lines: amount,
  coupons: amount,
  shipping: amount,
  tax: amount,
  total: amount,
});
export type Sums = z.output<typeof sums>;

/** Columns that every save writes; the others are written where they change. */
export const savedColumns = {
  ...saleColumns,
  userId: { type: z.string().nullable(), pg: "uuid" },
  anonymousId: { type: z.string().nullable(), filter: "string" },
  platform: { type: z.enum(["WEB", "APP"]) },
  /** A key that a program gave the cart. */
  key: { type: z.string().nullable(), filter: "string" },
  expiresAfterDays: { type: z.int(), filter: "number" },
  /** The amounts that were last shown; null if none were yet. */
  shown: { type: sums.nullable(), pg: "jsonb" },
} satisfies Columns;

export const cartColumns = {
  id: { type: z.string(), pg: "uuid", filter: "uuid" },
  version: { type: z.int(), filter: "number" },
  status: { type: z.enum(["active", "ordered", "merged"]), pg: "cart_status", filter: "string" },
  ...savedColumns,
  /** The open payment attempt. The cart cannot change while there is one. */
  payingId: { type: z.string().nullable(), pg: "uuid" },
  mergedIntoId: { type: z.string().nullable(), pg: "uuid" },
  createdAt: { type: instant, filter: "date" },
  updatedAt: { type: instant, filter: "date" },
} satisfies Columns;
