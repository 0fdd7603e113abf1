import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { currenciesByDigits } from "#lib/platform/currencies.ts";
import { newOpening, type StripeShop, startStripeShop } from "#test/fakes/stripe/shop.ts";
import { holds, holdsAsync } from "#test/support/property.ts";
import type { Bill } from "../attempt.ts";
import { toStripeAmount } from "./amounts.ts";
import { showBill } from "./bill.ts";

let shop: StripeShop;
beforeAll(async () => {
  shop = await startStripeShop();
});
afterAll(() => shop.fake.close());

const line = fc.record({
  name: fc.string({ minLength: 1, maxLength: 400 }),
  quantity: fc.integer({ min: 1, max: 999 }),
  unitPrice: fc.integer({ min: 0, max: 90_000 }),
});

/** Random bills with their totals. */
const priced = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 120 }),
    off: fc.double({ min: 0, max: 1, noNaN: true }),
    shipping: fc.option(fc.integer({ min: 0, max: 5_000 })),
    tax: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90_000 })),
  })
  .map(({ lines, off, shipping, tax }) => {
    const goods = lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
    const discount = Math.floor(goods * off);
    const bill: Bill = {
      lines: lines.map((each) => ({
        ...each,
        sku: "S",
        image: null,
        total: each.quantity * each.unitPrice,
      })),
      discount,
      shipping: shipping === null ? null : { name: "Post", amount: shipping },
      tax,
      locale: "en-US",
      email: null,
      country: "US",
    };
    return { bill, amount: goods - discount + (shipping ?? 0) + tax };
  });
const currency = fc.constantFrom(...Object.values(currenciesByDigits).flatMap((codes) => codes.split(" ")));

test("the amounts on Stripe's page add up to the total, to the cent, in every currency", () => {
  holds(
    fc.property(priced, currency, ({ bill, amount }, code) => {
      const total = toStripeAmount(amount, code);
      const shown = showBill(bill, amount, code);
      if (total === null || total > 99_999_999) {
        expect(shown).toBeNull();
        return;
      }
      const items = shown?.line_items.map(
        ({ quantity = 0, price_data: price }) => quantity * (price?.unit_amount ?? 0),
      );
      const sum = items?.reduce((all, each) => all + each, 0) ?? 0;
      const shipping = shown?.shipping_options?.[0]?.shipping_rate_data?.fixed_amount?.amount ?? 0;
      expect(shown?.line_items.length).toBeLessThanOrEqual(100);
      expect(shown?.discount).toBeLessThanOrEqual(sum);
      expect(sum - (shown?.discount ?? 0) + shipping).toBe(total);
    }),
  );
});

test("Stripe adds the parts up to the total that the shopper was shown", async () => {
  await holdsAsync(
    fc.asyncProperty(
      priced,
      fc.constantFrom("EUR", "JPY", "ISK", "KWD", "MGA", "HUF"),
      async ({ bill, amount }, code) => {
        const opening = newOpening({ bill, amount, currency: code });
        const started = await shop.provider.start(opening);
        if (started.status !== "redirect") {
          expect(started.status).toBe("declined");
          return;
        }
        expect(await shop.provider.look({ ...opening, reference: started.reference })).toMatchObject({
          amount,
          currency: code,
        });
      },
    ),
    120,
  );
});

test("lines, tax, discount and shipping are shown separately where Stripe can", () => {
  const { bill, amount } = newOpening();
  const shown = showBill({ ...bill, tax: 219 }, amount + 219, "EUR");
  expect(shown).toMatchObject({ discount: 250 });
  expect(
    shown?.line_items.map(({ quantity, price_data: price }) => [
      price?.product_data?.name,
      quantity,
      price?.unit_amount,
    ]),
  ).toEqual([
    ["Wool jumper", 2, 1250],
    // The order is in German.
    ["Steuer", 1, 219],
  ]);
  expect(shown?.shipping_options?.[0]?.shipping_rate_data).toMatchObject({ display_name: "Standard" });
});

test("a bill that Stripe cannot itemize is shown as one amount", () => {
  const { bill } = newOpening();
  const [jumper] = bill.lines;
  if (!jumper) throw new Error("The sample has no line");
  // Three fils cannot be charged, but a thousand times three can.
  const fils = {
    ...bill,
    lines: [{ ...jumper, quantity: 1000, unitPrice: 5123 }],
    discount: 0,
    shipping: null,
  };
  const many = { ...bill, lines: Array.from({ length: 101 }, () => jumper), discount: 0, shipping: null };
  for (const shown of [showBill(fils, 5_123_000, "KWD"), showBill(many, 101 * 2500, "EUR")])
    expect(shown?.line_items).toHaveLength(1);
});
