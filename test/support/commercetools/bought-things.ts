import { getOrder } from "#lib/dialects/store-api/routes/orders.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { send, serverToken } from "./call.ts";
import { updated } from "./shop.ts";

/** An order of the store API, as a program reads it, and how its shopper sees it. */
export async function boughtThings(quantity = 2) {
  const variant = await makeVariant();
  const { session, order } = await buy({ variant, quantity });
  const token = await serverToken();
  const { body } = await send("GET", `/orders/${order.id}`, { token });
  const asShopper = async () => (await call(getOrder, { session, params: { id: order.id } })).body.data;
  return { variant, token, order: body, asShopper };
}

/** Sends update actions for an order as a program. Returns the updated order. */
export const move = (token: string, order: Parameters<typeof updated>[1], actions: object[]) =>
  updated(token, order, actions, "/orders");
