import * as z from "zod";
import { DomainError } from "#lib/platform/errors.ts";
import type { Listing } from "#lib/platform/filter/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { paging } from "#lib/platform/paging.ts";
import { id, line } from "#lib/platform/text.ts";
import { programs, shoppers, shoppersAndPrograms, verb, visitors } from "#lib/platform/verb/index.ts";
import { getOrder } from "./get-order.ts";
import { cancelOrder } from "./lifecycle/cancel-order.ts";
import { listOrders } from "./list-orders.ts";
import { attempts } from "./payment/attempt-verbs.ts";
import { findPlaced } from "./placing/find-placed.ts";
import { orderCart } from "./placing/order-cart.ts";
import { placeOrder } from "./placing/place-order.ts";
import { placeable } from "./placing/placeable.ts";
import { searchOrders } from "./search-orders.ts";
import { type OrderStep, updateOrder } from "./update-order.ts";

const amount = z.int().min(0);
const named = z.union([z.object({ id: z.string() }), z.object({ number: z.string() })]);
const steps = z.custom<readonly OrderStep[]>();
const reads = { none: "only reads the caller's own orders" };

const placing = z.object({
  /** Null if the caller did not name one. */
  cart: z.union([z.object({ token: z.string() }), z.object({ id })]).nullable(),
  /** Optional if nothing is due; the provider is not called then. */
  paymentProvider: line(60).optional(),
  paymentMethod: line(60).optional(),
  cartVersion: z.int().min(1).optional(),
  expected: z.partialRecord(z.enum(["lines", "coupons", "shipping", "tax", "total"]), amount).optional(),
  idempotencyKey: z.string().optional(),
  needs: z.object({ contact: z.boolean(), shippingMethod: z.boolean() }).optional(),
});

/** All operations on orders: shoppers use their own (specification), programs all. */
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
        "payment_in_progress",
        "session_changed",
        "idempotency_key_reused",
      ],
      limits: [acts.placeOrder],
      readsFirst: ({ cart, idempotencyKey }) => (cart ? [placeable(cart, idempotencyKey)] : []),
    },
    (ctx, { cart, ...input }) => {
      if (!cart) throw new DomainError("bad_request", "Say which cart to order, by its token");
      return placeOrder(ctx, { ...input, cart });
    },
  ),
  ...attempts,

  list: verb(
    {
      name: "order.list",
      who: shoppers,
      takes: z.object(paging),
      throws: [],
      limits: reads,
    },
    listOrders,
  ),
  get: verb(
    {
      name: "order.get",
      who: shoppersAndPrograms,
      takes: named,
      throws: ["not_found"],
      limits: reads,
    },
    getOrder,
  ),
  findPlaced: verb(
    {
      name: "order.find-placed",
      who: visitors,
      takes: z.object({ token: z.string() }),
      throws: [],
      limits: reads,
    },
    findPlaced,
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

  /** Orders a cart at a given version. The merchant handles payment. */
  orderCart: verb(
    {
      name: "order.order-cart",
      who: shoppersAndPrograms,
      takes: z.object({
        cart: z.union([z.object({ id: z.string() }), z.object({ key: z.string() })]),
        version: z.int(),
        merchantNumber: z.string().optional(),
        purchaseOrderNumber: z.string().optional(),
        steps,
      }),
      throws: [
        "not_found",
        "bad_request",
        "version_conflict",
        "payment_in_progress",
        "cart_empty",
        "address_required",
        "price_not_available",
        "out_of_stock",
        "cart_changed",
        "coupon_not_applicable",
        "already_taken",
        "session_changed",
        "order_not_cancellable",
      ],
      limits: [acts.placeOrder],
    },
    orderCart,
  ),
  search: verb(
    {
      name: "order.search",
      who: shoppersAndPrograms,
      takes: z.custom<Listing>(),
      throws: [],
      limits: { none: "only reads what the caller may see" },
    },
    searchOrders,
  ),
  /** Updates an order at a given version. */
  update: verb(
    {
      name: "order.update",
      who: programs,
      takes: z.object({ order: named, version: z.int(), steps }),
      throws: ["not_found", "version_conflict", "bad_request", "order_not_cancellable"],
      limits: [acts.manageShop],
    },
    updateOrder,
  ),
};
