import { expect, test } from "vitest";
import { wireUsAddress } from "#test/support/addresses.ts";
import { makeShippingMethod, makeVariant } from "#test/support/catalogue.ts";
import { guestToken } from "#test/support/commercetools/call.ts";
import { newCart, order, readyCart } from "#test/support/commercetools/shop.ts";

const paris = {
  country: "FR",
  firstName: "Gale",
  lastName: "Guest",
  streetName: "Rue du Port",
  city: "Paris",
  postalCode: "75001",
};

const cents = (money: { centAmount: number }) => money.centAmount;

test("the taxes of lines and shipping add up to the cart's, and the order shows the same", async () => {
  const { token } = await guestToken();
  const variant = await makeVariant({ prices: [{ currency: "EUR", amount: 58_692 }] });
  const { id } = await makeShippingMethod({ prices: { EUR: 1_900 } });
  const draft = { currency: "EUR", country: "FR", shippingAddress: paris };
  const cart = await readyCart(token, variant, { ...draft, shippingMethod: { id } });
  expect(cart.taxedPrice).toMatchObject({
    totalNet: { centAmount: 50_493 },
    totalGross: { centAmount: 60_592 },
    totalTax: { centAmount: 10_099 },
    taxPortions: [{ rate: 0.2, amount: { centAmount: 10_099 } }],
  });
  expect(cart.shippingInfo).toMatchObject({ taxRate: { amount: 0.2, includedInPrice: true } });
  expect(cart.shippingInfo.taxedPrice).toEqual(cart.taxedShippingPrice);
  const onLine = cents(cart.lineItems[0].taxedPrice.totalTax);
  expect(onLine + cents(cart.taxedShippingPrice.totalTax)).toBe(10_099);
  expect(cents(cart.taxedShippingPrice.totalGross)).toBe(1_900);
  const { body: placed } = await order(token, cart);
  expect(placed).toMatchObject({
    taxedPrice: cart.taxedPrice,
    taxedShippingPrice: cart.taxedShippingPrice,
    shippingInfo: cart.shippingInfo,
  });
});

test("tax is rounded half up, as the cart says", async () => {
  const { token } = await guestToken();
  const variant = await makeVariant({ prices: [{ currency: "EUR", amount: 10_011 }] });
  const cart = await readyCart(token, variant, { currency: "EUR", country: "FR", shippingAddress: paris });
  expect(cart.taxRoundingMode).toBe("HalfUp");
  // A sixth of it, 16.685.
  expect(cart.taxedPrice.totalTax).toMatchObject({ centAmount: 1_669 });
});

test("outside the VAT area of its country a cart has no tax", async () => {
  const { token } = await guestToken();
  const variant = await makeVariant({ prices: [{ currency: "EUR", amount: 12_100 }] });
  const shippingAddress = { ...paris, city: "Saint-Denis", postalCode: "97400" };
  const cart = await readyCart(token, variant, { currency: "EUR", country: "FR", shippingAddress });
  expect(cart).toMatchObject({
    totalPrice: { centAmount: 12_100 },
    taxedPrice: { totalNet: { centAmount: 12_100 }, totalTax: { centAmount: 0 } },
  });
});

test("a cart's tax is that of its lines, as LineItemLevel means it, and the order is charged the same", async () => {
  const { token } = await guestToken();
  const prices = [{ currency: "USD", amount: 106 }];
  const variants = [
    await makeVariant({ prices }),
    await makeVariant({ prices }),
    await makeVariant({ prices }),
  ];
  const lineItems = variants.map(({ sku }) => ({ sku }));
  const cart = await newCart(token, { lineItems, shippingAddress: wireUsAddress });
  expect(cart.taxCalculationMode).toBe("LineItemLevel");
  // 8 % of 1.06 is 8.48 cents on each line; 8 % of 3.18 would be 25.44.
  const taxes = cart.lineItems.map((line: { taxedPrice: Taxed }) => cents(line.taxedPrice.totalTax));
  expect(taxes).toEqual([8, 8, 8]);
  expect(cents(cart.taxedPrice.totalTax)).toBe(24);
  const { body: placed } = await order(token, cart);
  expect(placed.taxedPrice).toEqual(cart.taxedPrice);
});

type Taxed = { totalTax: { centAmount: number } };
