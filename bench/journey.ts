import { performance } from "node:perf_hooks";
import { usAddress } from "#test/support/addresses.ts";
import { send } from "./http-client.ts";
import type { Operation } from "./load.ts";

export const steps = ["sign in", "add lines", "contact", "address", "methods", "method", "place"] as const;
export type Step = (typeof steps)[number];

/** What a guest buys, one of each, and how it is delivered. */
export type Basket = { variantIds: readonly string[]; shippingMethodId: string };
/** Called after each step with its milliseconds. */
type AfterStep = (step: Step, ms: number) => void | Promise<void>;

type Guest = { shop: string; basket: Basket; headers: Record<string, string> };

const requests: Record<Step, (guest: Guest) => Promise<unknown>> = {
  "sign in": async (guest) => {
    const { body } = await send(`${guest.shop}/auth/sign-in/anonymous`, "POST", 200, {});
    const { token, data } = body as { token?: string; data?: { token: string } };
    guest.headers = { authorization: `Bearer ${token ?? data?.token}` };
  },
  "add lines": async (guest) => {
    const lines = guest.basket.variantIds.map((variantId) => ({ variantId, quantity: 1 }));
    const body = lines.length === 1 ? lines[0] : { lines };
    const { headers } = await send(`${guest.shop}/store/cart/lines`, "POST", 200, guest.headers, body);
    guest.headers["x-cart-token"] = String(headers["x-cart-token"]);
  },
  contact: ({ shop, headers }) =>
    send(`${shop}/store/guest/contact`, "POST", 200, headers, {
      email: "guest@example.com",
      name: "Gale Guest",
    }),
  address: ({ shop, headers }) =>
    send(`${shop}/store/cart/address`, "PUT", 200, headers, { shippingAddress: usAddress }),
  methods: ({ shop, headers }) => send(`${shop}/store/cart/shipping-methods`, "GET", 200, headers),
  method: ({ shop, headers, basket: { shippingMethodId } }) =>
    send(`${shop}/store/cart/shipping-method`, "PUT", 200, headers, { shippingMethodId }),
  place: ({ shop, headers }) =>
    send(`${shop}/store/checkout/place-order`, "POST", 201, headers, { paymentProvider: "bank-transfer" }),
};

/** A guest's whole purchase through the store API, seven requests, in a new session each time. */
export function journey(shop: string, nextBasket: () => Basket, afterStep: AfterStep = () => {}): Operation {
  return async () => {
    const guest: Guest = { shop, basket: nextBasket(), headers: {} };
    for (const step of steps) {
      const from = performance.now();
      await requests[step](guest);
      await afterStep(step, performance.now() - from);
    }
  };
}
