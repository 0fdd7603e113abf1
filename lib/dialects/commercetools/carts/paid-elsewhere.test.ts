import { expect, test } from "vitest";
import { findAttempt } from "#lib/commerce/payment/index.ts";
import { asShop } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { atTheTill, goToPage } from "#test/payment/checkout.ts";
import { openGateway } from "#test/payment/gateway.ts";
import { offer } from "#test/payment/offer.ts";
import { send, serverToken } from "#test/support/commercetools/call.ts";
import { expectError } from "#test/support/commercetools/shop.ts";

const gateway = openGateway();
offer(gateway.provider);

async function beingPaid() {
  const token = await serverToken();
  const shopper = await atTheTill();
  const id = await goToPage(shopper);
  const { version } = await db.cart.findUniqueOrThrow({ where: { id: shopper.cartId } });
  const path = `/carts/${shopper.cartId}`;
  const actions = [{ action: "setLocale", locale: "de-DE" }];
  return {
    id,
    change: () => send("POST", path, { token, body: { version, actions } }),
    remove: () => send("DELETE", `${path}?version=${version}`, { token }),
    order: () =>
      send("POST", "/orders", { token, body: { cart: { typeId: "cart", id: shopper.cartId }, version } }),
    state: async () => (await findAttempt(asShop, { id }))?.state,
  };
}

test("a program that changes, orders or deletes a cart that is being paid for closes the payment first", async () => {
  for (const does of ["change", "order", "remove"] as const) {
    const cart = await beingPaid();
    const reply = await cart[does]();
    expect([does, reply.status < 300]).toEqual([does, true]);
    expect(gateway.pay(cart.id)).toBe(false);
    expect([does, await cart.state()]).toEqual([does, does === "remove" ? undefined : "released"]);
  }
});

test("a program can neither change, order nor delete a paid cart", async () => {
  for (const does of ["change", "order", "remove"] as const) {
    const cart = await beingPaid();
    gateway.pay(cart.id);
    expectError(await cart[does](), 400, "InvalidOperation");
    expect(await cart.state()).toBe("redirected");
  }
});

test("while the provider has not decided, the answer says so, and nothing changes", async () => {
  const { release } = gateway.provider;
  gateway.provider.release = (attempt) => gateway.provider.look(attempt);
  const message = "Your payment with Gateway is still being processed. Wait a moment before you try again.";
  for (const does of ["change", "order", "remove"] as const) {
    const cart = await beingPaid();
    const reply = await cart[does]();
    expect([does, reply.status, reply.body]).toEqual([
      does,
      400,
      { statusCode: 400, message, errors: [{ code: "InvalidOperation", message }] },
    ]);
    expect(await cart.state()).toBe("redirected");
  }
  gateway.provider.release = release;
});

test("while the provider is unreachable, a cart that is being paid for stays unchanged", async () => {
  for (const does of ["change", "order", "remove"] as const) {
    const cart = await beingPaid();
    gateway.failBy(() => "down");
    const reply = await cart[does]();
    gateway.failBy(() => "none");
    expect([does, reply.status, reply.headers.get("retry-after")]).toEqual([does, 503, "5"]);
    expect(gateway.pay(cart.id)).toBe(true);
  }
});
