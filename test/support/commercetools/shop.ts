import { expect } from "vitest";
import type { Sellable } from "#test/support/catalogue.ts";
import { type Reply, send } from "./call.ts";

export const usAddress = {
  country: "US",
  firstName: "Gale",
  lastName: "Guest",
  streetName: "Harbor Lane",
  streetNumber: "14",
  city: "Portland",
  state: "ME",
  postalCode: "04101",
};

/** A cart of the token's own, for dollars and the United States. */
export async function newCart(token: string, draft: object = {}) {
  const reply = await send("POST", "/me/carts", {
    token,
    body: { currency: "USD", country: "US", ...draft },
  });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  return reply.body;
}

type Seen = { id: string; version: number };

/** Sends update actions for a cart as it was seen. `base` is where the caller's carts are. */
export function update(
  token: string,
  { id, version }: Seen,
  actions: object[],
  base = "/me/carts",
): Promise<Reply> {
  return send("POST", `${base}/${id}`, { token, body: { version, actions } });
}

export const add = ({ productId }: Sellable, quantity = 1) => ({
  action: "addLineItem",
  productId,
  variantId: 1,
  quantity,
});

/** The same, and the cart as it is then. */
export async function updated(token: string, seen: Seen, actions: object[], base?: string) {
  const reply = await update(token, seen, actions, base);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body;
}

/** An error body of the API: its status, its first error's code and what comes with it. */
export function expectError(reply: Reply, status: number, code: string, more: object = {}): void {
  expect([reply.status, reply.body]).toEqual([status, expect.anything()]);
  const { statusCode, message, errors } = reply.body;
  expect(statusCode).toBe(status);
  expect(errors[0]).toMatchObject({ code, message, ...more });
}

/** A cart of the token's own that lacks nothing to be ordered. */
export function readyCart(token: string, variant: Sellable, draft: object = {}) {
  return newCart(token, { lineItems: [{ sku: variant.sku }], shippingAddress: usAddress, ...draft });
}

/** Orders a cart as it was seen. */
export function order(token: string, { id, version }: Seen): Promise<Reply> {
  return send("POST", "/me/orders", { token, body: { id, version } });
}
