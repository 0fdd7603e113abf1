import { expect } from "vitest";
import type { Sellable } from "#test/support/catalogue.ts";
import { wireUsAddress } from "../addresses.ts";
import { type Reply, send } from "./call.ts";

/** Creates a cart of the token in US dollars. */
export async function newCart(token: string, draft: object = {}) {
  const reply = await send("POST", "/me/carts", {
    token,
    body: { currency: "USD", country: "US", ...draft },
  });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  return reply.body;
}

type Seen = { id: string; version: number };

/** Sends update actions for a cart at the version in `seen`. `base` is the path of the caller's carts. */
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

/** The same. Returns the updated cart. */
export async function updated(token: string, seen: Seen, actions: object[], base?: string) {
  const reply = await update(token, seen, actions, base);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body;
}

/** Expects an error with this status, code of its first error, and further members. */
export function expectError(reply: Reply, status: number, code: string, more: object = {}): void {
  expect([reply.status, reply.body]).toEqual([status, expect.anything()]);
  const { statusCode, message, errors } = reply.body;
  expect(statusCode).toBe(status);
  expect(errors[0]).toMatchObject({ code, message, ...more });
}

/** Creates a cart of the token that is ready to be ordered. */
export function readyCart(token: string, variant: Sellable, draft: object = {}) {
  return newCart(token, { lineItems: [{ sku: variant.sku }], shippingAddress: wireUsAddress, ...draft });
}

/** Orders a cart at the given version. */
export function order(token: string, { id, version }: Seen): Promise<Reply> {
  return send("POST", "/me/orders", { token, body: { id, version } });
}
