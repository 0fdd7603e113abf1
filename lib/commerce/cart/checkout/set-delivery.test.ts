import { expect, test } from "vitest";
import { carts, priceCart } from "#lib/commerce/cart/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { deAddress, usAddress } from "#test/support/addresses.ts";
import { makeShippingMethod, makeVariant } from "#test/support/catalogue.ts";
import { fillCart, giveContact, guestEmail } from "#test/support/checkout.ts";
import { shopperOf, startGuestSession } from "#test/support/sessions.ts";

async function someCart() {
  const session = await startGuestSession();
  const token = await fillCart(session, { variant: await makeVariant() });
  const [cart, ctx] = [{ token }, { actor: await shopperOf(session) }];
  type Draft = Parameters<typeof carts.draftDelivery>[1]["draft"];
  const draft = (given: Draft) => perform(carts.draftDelivery, ctx, { cart, draft: given });
  return { session, cart, ctx, draft };
}

test("a country and a method change the totals before there is an address", async () => {
  const { draft } = await someCart();
  const dear = await makeShippingMethod({ countries: ["US"], prices: { USD: 1_500 } });
  const cart = await draft({ country: "US", shippingMethodId: dear.id });
  expect(cart).toMatchObject({ country: "US", shippingAddress: null, shippingMethod: { id: dear.id } });
  expect(priceCart(cart).totals.shipping).toBe(1_500);
});

test("an address is kept until another country is chosen, and a method is replaced by one that serves it", async () => {
  const { draft } = await someCart();
  const [toUs, toGermany] = [
    await makeShippingMethod({ countries: ["US"], position: -2 }),
    await makeShippingMethod({ countries: ["DE"], position: -2 }),
  ];
  const whole = { shippingAddress: usAddress, contactName: "Gale Guest", phone: "207 555 0142" };
  const here = await draft({ country: "US", shippingMethodId: toUs.id, to: whole });
  expect(here).toMatchObject({
    shippingAddress: usAddress,
    contactName: "Gale Guest",
    phone: "+12075550142",
    shippingMethod: { id: toUs.id },
  });
  const there = await draft({ country: "DE", shippingMethodId: toUs.id });
  expect(there).toMatchObject({ country: "DE", shippingAddress: null, contactName: "Gale Guest" });
  expect(there.shippingMethod?.id).not.toBe(toUs.id);
  const chosen = await draft({
    country: "DE",
    shippingMethodId: toGermany.id,
    to: { shippingAddress: deAddress },
  });
  expect(chosen).toMatchObject({
    shippingAddress: deAddress,
    phone: null,
    shippingMethod: { id: toGermany.id },
  });
});

test("the submitted delivery replaces the draft, and a method that does not serve the country is rejected", async () => {
  const { cart, ctx, draft } = await someCart();
  const [toUs, toGermany] = [
    await makeShippingMethod({ countries: ["US"] }),
    await makeShippingMethod({ countries: ["DE"] }),
  ];
  await draft({ country: "DE", shippingMethodId: toGermany.id });
  const delivery = { shippingAddress: usAddress, shippingMethodId: toUs.id, deliveryNote: "Gate 7" };
  expect(await perform(carts.setDelivery, ctx, { cart, delivery })).toMatchObject({
    shippingAddress: usAddress,
    deliveryNote: "Gate 7",
    shippingMethod: { id: toUs.id },
  });
  await expect(
    perform(carts.setDelivery, ctx, { cart, delivery: { ...delivery, shippingMethodId: toGermany.id } }),
  ).rejects.toMatchObject({ code: "shipping_method_not_available" });
});

test("a typo in the domain of an address is corrected, and any other address stays", async () => {
  const { session, cart, ctx } = await someCart();
  const correct = () => perform(carts.correctEmail, ctx, { cart });
  await giveContact({ session, cart: cart.token }, { email: "gale@gmial.com", name: "Gale" });
  expect(await correct()).toMatchObject({ email: "gale@gmail.com", contactName: "Gale" });
  const email = guestEmail();
  await giveContact({ session, cart: cart.token }, { email });
  expect(await correct()).toMatchObject({ email });
});
