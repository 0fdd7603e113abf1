import * as z from "zod";
import { cartToken } from "#lib/commerce/cart/index.ts";
import { orders } from "#lib/commerce/order/index.ts";
import { attemptStates, isOpen, payments } from "#lib/commerce/payment/index.ts";
import { line } from "#lib/platform/text.ts";
import { storeRoute } from "../dialect.ts";
import { cartHandle, cartHeaders, idempotencyHeader } from "../headers.ts";
import { orderResponse, toOrderResponse } from "../order-response.ts";

export const listPaymentProviders = storeRoute(
  {
    id: "listPaymentProviders",
    method: "GET",
    path: "/store/checkout/payment-providers",
    tag: "Checkout",
    summary: "The ways to pay",
    response: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        methods: z.array(z.object({ id: z.string(), title: z.string() })),
      }),
    ),
  },
  { verb: payments.list, asks: () => ({}), answers: (data) => ({ data }) },
);

/** The shopper goes on to `redirectUrl` and pays there; GET /store/checkout/attempts/{id} says how it ended. */
const attemptStarted = z
  .object({
    attempt: z.object({ id: z.uuid(), status: z.literal("redirected"), redirectUrl: z.url() }),
  })
  .meta({ id: "AttemptStarted" });

export const placeOrder = storeRoute(
  {
    id: "placeOrder",
    method: "POST",
    path: "/store/checkout/place-order",
    tag: "Checkout",
    summary: "Turn the cart into an order, once",
    description:
      "Two tabs, a retry and a double click get one order and the same answer. With an Idempotency-Key the answer is kept for 24 hours, byte for byte. Nobody is charged what nobody was shown: the details of CART_CHANGED are [{ what, was, is }], where what is lines, coupons, shipping, tax or total in minor units, or version; GET /store/cart shows the cart as it is now. A coupon that takes nothing off is not used up. An order that costs nothing asks no provider and is paid. Where a provider takes the money on a page of its own, the answer is 202 with the attempt to pay: send the shopper to its redirectUrl.",
    cart: true,
    headers: cartHeaders.extend(idempotencyHeader.shape),
    body: z.object({
      paymentProvider: line(60)
        .optional()
        .meta({ description: "May be left out when nothing is due, and is not asked then" }),
      paymentMethod: line(60).optional(),
      cartVersion: z
        .int()
        .min(1)
        .optional()
        .meta({ description: "The version the shopper was shown; another one answers CART_CHANGED" }),
      expectedTotal: z.int().min(0).optional().meta({
        description:
          "The total the shopper was shown, in minor units; another one answers CART_CHANGED. Left out, what the cart's last answer said counts",
      }),
    }),
    response: orderResponse,
    status: 201,
    accepted: attemptStarted,
  },
  {
    verb: orders.place,
    asks: ({ headers, body: { expectedTotal, ...payment } }) => ({
      ...payment,
      expected: expectedTotal === undefined ? undefined : { total: expectedTotal },
      cart: namedBy(headers),
      idempotencyKey: headers["idempotency-key"],
    }),
    answers: (placed, { headers }) => {
      if (placed.attempt) {
        return { data: { attempt: placed.attempt }, cartToken: headers["x-cart-token"], status: 202 };
      }
      const { order, replayed } = placed;
      return { data: toOrderResponse(order), cartToken: cartToken(order.cartId), replayed };
    },
  },
);

export const followPayment = storeRoute(
  {
    id: "followPayment",
    method: "GET",
    path: "/store/checkout/attempts/{id}",
    tag: "Checkout",
    summary: "How an attempt to pay ended, with its order",
    description:
      "The provider is asked, so the order is placed by this call if it has been paid. `order` is what became of the cart, by this attempt or another one. With `goesBack` no order could be placed, and the money goes back.",
    params: z.object({ id: z.uuid() }),
    response: z.object({
      id: z.uuid(),
      status: z.enum(attemptStates),
      redirectUrl: z.url().nullable().meta({ description: "Where to pay, as long as it can be paid" }),
      reason: z.string().nullable().meta({ description: "Why it was declined, or why its money goes back" }),
      goesBack: z.boolean(),
      order: orderResponse.nullable(),
    }),
  },
  {
    verb: orders.followPayment,
    asks: ({ params }) => params,
    answers: ({ attempt, order }) => ({
      data: {
        id: attempt.id,
        status: attempt.state,
        redirectUrl: isOpen(attempt) ? attempt.redirectUrl : null,
        reason: attempt.reason,
        goesBack: attempt.goesBack,
        order: order && toOrderResponse(order),
      },
    }),
  },
);

/** Null when no token was sent. */
function namedBy(headers: z.output<typeof cartHeaders>): { token: string } | null {
  const { token } = cartHandle(headers);
  return token === null ? null : { token };
}
