import { performance } from "node:perf_hooks";
import { send } from "./http-client.ts";
import type { Operation } from "./load.ts";

const address = {
  firstName: "Gale",
  lastName: "Guest",
  line1: "14 Harbor Lane",
  city: "Portland",
  region: "ME",
  postalCode: "04101",
  country: "US",
};

export const steps = ["sign in", "add line", "contact", "address", "shipping", "place"] as const;
export type StepTimes = Record<(typeof steps)[number], number[]>;

/**
 * A guest's whole journey through the store API, in a new session each time. `times` collects the milliseconds of each
 * step.
 */
export function journey(shop: string, chosen: Chosen, times: StepTimes): Operation {
  return async () => {
    let last = performance.now();
    const lap = (step: keyof StepTimes) => {
      const now = performance.now();
      times[step].push(now - last);
      last = now;
    };
    const session = await send(`${shop}/auth/sign-in/anonymous`, "POST", 200, {});
    const auth = { authorization: `Bearer ${(session.body as { token: string }).token}` };
    lap("sign in");
    const line = { variantId: chosen.variantId, quantity: 1 };
    const cart = await send(`${shop}/store/cart/lines`, "POST", 200, auth, line);
    const headers = { ...auth, "x-cart-token": String(cart.headers["x-cart-token"]) };
    lap("add line");
    await send(`${shop}/store/guest/contact`, "POST", 200, headers, {
      email: "guest@example.com",
      name: "Gale Guest",
    });
    lap("contact");
    await send(`${shop}/store/cart/address`, "PUT", 200, headers, { shippingAddress: address });
    lap("address");
    await send(`${shop}/store/cart/shipping-method`, "PUT", 200, headers, {
      shippingMethodId: chosen.shippingMethodId,
    });
    lap("shipping");
    await send(`${shop}/store/checkout/place-order`, "POST", 201, headers, {
      paymentProvider: "bank-transfer",
    });
    lap("place");
  };
}

export function noTimes(): StepTimes {
  return { "sign in": [], "add line": [], contact: [], address: [], shipping: [], place: [] };
}

export type Chosen = { productId: string; variantId: string; shippingMethodId: string };

/** What every journey buys and its shipping method, looked up once. */
export async function choose(shop: string): Promise<Chosen> {
  const products = await send(`${shop}/store/products?limit=1`, "GET", 200, {});
  const methods = await send(`${shop}/store/cart/shipping-methods`, "GET", 200, {});
  const [product] = (products.body as { data: { id: string; variants: { id: string }[] }[] }).data;
  return {
    productId: product?.id ?? "",
    variantId: product?.variants[0]?.id ?? "",
    shippingMethodId: (methods.body as { data: { id: string }[] }).data[0]?.id ?? "",
  };
}
