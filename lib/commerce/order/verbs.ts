import * as z from "zod";
import { DomainError } from "#lib/platform/errors.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { id, line } from "#lib/platform/text.ts";
import { shoppers, shoppersAndPrograms, verb } from "#lib/platform/verb/index.ts";
import { cancelOrder } from "./cancel-order.ts";
import { getOrder } from "./get-order.ts";
import { listOrders } from "./list-orders.ts";
import { placeOrder } from "./place-order.ts";

const amount = z.int().min(0);
const reads = { none: "only reads the caller's own orders" };

const placing = z.object({
  /** Null: the caller did not say. */
  cart: z.union([z.object({ token: z.string() }), z.object({ id })]).nullable(),
  /** May be left out when nothing is due, and is not asked then. */
  paymentProvider: line(60).optional(),
  paymentMethod: line(60).optional(),
  cartVersion: z.int().min(1).optional(),
  expected: z.partialRecord(z.enum(["lines", "coupons", "shipping", "tax", "total"]), amount).optional(),
  idempotencyKey: z.string().optional(),
  needs: z.object({ contact: z.boolean(), shippingMethod: z.boolean() }).optional(),
});

/** What shoppers do with their orders, whichever door it is done at (seed 004). */
export const orders = {
  place: verb(
    {
      name: "order.place",
      who: shoppers,
      takes: placing,
      throws: [
        "bad_request",
        "not_found",
        "cart_empty",
        "contact_required",
        "address_required",
        "shipping_method_required",
        "price_not_available",
        "payment_provider_required",
        "payment_provider_not_enabled",
        "payment_declined",
        "out_of_stock",
        "cart_changed",
        "coupon_not_applicable",
        "session_changed",
        "idempotency_key_reused",
      ],
      limits: [acts.placeOrder],
    },
    (ctx, { cart, ...input }) => {
      if (!cart) throw new DomainError("bad_request", "Say which cart to order, by its token");
      return placeOrder(ctx, { ...input, cart });
    },
  ),
  list: verb(
    {
      name: "order.list",
      who: shoppers,
      takes: z.object({
        limit: z.coerce.number().int().min(1).max(100).default(20),
        offset: z.coerce.number().int().min(0).max(10_000).default(0),
      }),
      throws: [],
      limits: reads,
    },
    listOrders,
  ),
  get: verb(
    {
      name: "order.get",
      who: shoppersAndPrograms,
      takes: z.union([z.object({ id: z.string() }), z.object({ number: z.string() })]),
      throws: ["not_found"],
      limits: reads,
    },
    getOrder,
  ),
  cancel: verb(
    {
      name: "order.cancel",
      who: shoppers,
      takes: z.object({ id }),
      throws: ["not_found", "order_not_cancellable"],
      limits: [acts.cancelOrder],
    },
    cancelOrder,
  ),
};
