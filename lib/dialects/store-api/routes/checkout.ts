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
    summary: "The payment methods",
    response: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        methods: z.array(z.object({ id: z.string(), title: z.string() })),
      }),
    ),
  },
  {
    verb: payments.list,
    asks: () => ({}),
    answers: (providers) => ({
      data: providers.map(({ id: provider, title: name, methods }) => ({
        id: provider,
        title: name,
        methods: methods.map(({ id, title }) => ({ id, title })),
      })),
    }),
  },
);

/** The shopper pays at `redirectUrl`; GET /store/checkout/attempts/{id} returns the outcome. */
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
      "Two tabs, a retry and a double click get one order and the same answer. With an Idempotency-Key the order's answer is kept for 24 hours, byte for byte; a refusal is not kept, so the same key may try again. Nobody is charged what nobody was shown: the details of CART_CHANGED are [{ what, was, is }], where what is lines, coupons, shipping, tax or total in minor units, or version; GET /store/cart shows the cart as it is now. A coupon that takes nothing off is not used up. An order that costs nothing asks no provider and is paid. Where a provider takes the money on a page of its own, the answer is 202 with the attempt to pay: send the shopper to its redirectUrl.",
    cart: true,
    headers: cartHeaders.extend(idempotencyHeader.shape),
    body: z.object({
      paymentProvider: line(60)
        .optional()
        .meta({ description: "Optional if nothing is due; the provider is not called then" }),
      paymentMethod: line(60).optional(),
      cartVersion: z
        .int()
        .min(1)
        .optional()
        .meta({ description: "The version that the shopper has seen; any other gets CART_CHANGED" }),
      expectedTotal: z.int().min(0).optional().meta({
        description:
          "The total that the shopper has seen, in minor units; any other gets CART_CHANGED. Defaults to the cart's last answer",
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
        const { attempt } = placed;
        const location = `/store/checkout/attempts/${attempt.id}`;
        return { data: { attempt }, cartToken: headers["x-cart-token"], status: 202, location };
      }
      const { order, replayed } = placed;
      const location = `/store/orders/${order.id}`;
      return { data: toOrderResponse(order), cartToken: cartToken(order.cartId), replayed, location };
    },
  },
);

export const followPayment = storeRoute(
  {
    id: "followPayment",
    method: "GET",
    path: "/store/checkout/attempts/{id}",
    tag: "Checkout",
    summary: "The outcome of a payment attempt, with its order",
    description:
      "Queries the provider, so this call places the order if it has been paid. `order` is the order of the cart, by this attempt or another one. With `goesBack` no order could be placed, and the money is returned.",
    params: z.object({ id: z.uuid() }),
    response: z.object({
      id: z.uuid(),
      status: z.enum(attemptStates),
      redirectUrl: z.url().nullable().meta({ description: "Where to pay, as long as it can be paid" }),
      reason: z
        .string()
        .nullable()
        .meta({ description: "Why it was declined, or why its money is returned" }),
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

/** Null without a token. */
function namedBy(headers: z.output<typeof cartHeaders>): { token: string } | null {
  const { token } = cartHandle(headers);
  return token === null ? null : { token };
}
