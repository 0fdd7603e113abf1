import * as z from "zod";
import { address, keptAddress } from "#lib/platform/address.ts";
import type { Column, Columns } from "#lib/platform/columns.ts";
import { emailAddress } from "#lib/platform/email-address.ts";
import { instant, line, text } from "#lib/platform/text.ts";

// Every column of a cart that is read and written as one value. The rest of a cart is worked out: see queries.ts.

/** Whom to write to about the order. */
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

/** Where the goods go, and what goes with that. */
export const deliveryColumns = {
  country: { type: z.string() },
  shippingAddress: addressColumn,
  billingAddress: addressColumn,
  /** What the driver should know. Blank is none. */
  deliveryNote: {
    type: z.string().nullable(),
    input: text(250, 0).transform((note) => note || null),
    filter: "string",
    erasedTo: "null",
  },
} satisfies Columns;

const cartOrigin = z.enum(["customer", "merchant"]);
/** Who began a cart: its shopper, or the merchant for a shopper. */
export type CartOrigin = z.output<typeof cartOrigin>;

/** What a cart has and its order takes over as it stands. */
export const saleColumns = {
  ...contactColumns,
  ...deliveryColumns,
  currency: { type: z.string(), filter: "string" },
  locale: { type: z.string().nullable(), filter: "string" },
  origin: { type: cartOrigin, pg: "cart_origin", filter: "string" },
  /** The buyer's own number for the purchase. */
  purchaseOrderNumber: { type: z.string().nullable(), filter: "string" },
} satisfies Columns;

const amount = z.int();
/** What a shopper is asked to agree to, in minor units. `coupons` is what they take off the goods and the shipping. */
const sums = z.object({
  lines: amount,
  coupons: amount,
  shipping: amount,
  tax: amount,
  total: amount,
});
export type Sums = z.output<typeof sums>;

/** What is written whenever a cart is saved; the others are written where they change. */
export const savedColumns = {
  ...saleColumns,
  userId: { type: z.string().nullable(), pg: "uuid" },
  anonymousId: { type: z.string().nullable(), filter: "string" },
  platform: { type: z.enum(["WEB", "APP"]) },
  /** A program's own name for the cart. */
  key: { type: z.string().nullable(), filter: "string" },
  expiresAfterDays: { type: z.int(), filter: "number" },
  /** What its last answer said it comes to; null: nobody has been told yet. */
  shown: { type: sums.nullable(), pg: "jsonb" },
} satisfies Columns;

export const cartColumns = {
  id: { type: z.string(), pg: "uuid", filter: "uuid" },
  version: { type: z.int(), filter: "number" },
  status: { type: z.enum(["active", "ordered", "merged"]), pg: "cart_status", filter: "string" },
  ...savedColumns,
  /** The open attempt to pay for it; as long as there is one, the cart does not change. */
  payingId: { type: z.string().nullable(), pg: "uuid" },
  mergedIntoId: { type: z.string().nullable(), pg: "uuid" },
  createdAt: { type: instant, filter: "date" },
  updatedAt: { type: instant, filter: "date" },
} satisfies Columns;
