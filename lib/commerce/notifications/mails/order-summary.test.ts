import { describe, expect, test } from "vitest";
import type { Order } from "#lib/commerce/order/index.ts";
import { sampleLine, sampleOrder, sampleTransferOrder } from "#test/mail/sample-order.ts";
import { orderMailProps } from "./order-mail-props.ts";
import { summarizeOrder } from "./order-summary.ts";

const nobody = { name: null, address: "maren@example.com" };

const standard = { id: "m", key: "standard", name: "Standard", price: 500, minDays: 3, maxDays: 5 };

function totalsOf(changes: Partial<Order>): string[] {
  const { totals, total, totalNote } = summarizeOrder(sampleOrder(changes));
  return [
    ...[...totals, total].map(({ label, value }) => `${label}: ${value}`),
    ...(totalNote ? [totalNote] : []),
  ];
}

describe("the totals", () => {
  const plain = { subtotal: 5000, discount: 0, shipping: 500, tax: 0, total: 5500 };

  test("without discount or tax there is no row for them", () => {
    expect(totalsOf({ totals: plain, coupons: [], taxRate: 0 })).toEqual([
      "Subtotal: $50.00",
      "Shipping, Standard: $5.00",
      "Total: $55.00",
    ]);
  });

  test("a coupon is named next to the amount that it took off", () => {
    const off = { subtotal: 5000, discount: 500, shipping: 0, tax: 0, total: 4500 };
    const coupons = [
      { code: "WELCOME10", amount: 500 },
      { code: "FREESHIP", amount: 500 },
      { code: "NOTHING", amount: 0 },
    ];
    expect(totalsOf({ totals: off, coupons, taxRate: 0 })).toEqual([
      "Subtotal: $50.00",
      "Discount (WELCOME10): −$5.00",
      "Shipping, Standard (FREESHIP): Free",
      "Total: $45.00",
    ]);
  });

  test("a discount without a code, added tax at a fractional rate, and no shipping method", () => {
    const totals = { subtotal: 5000, discount: 500, shipping: 0, tax: 394, total: 4894 };
    expect(totalsOf({ totals, coupons: [], taxRate: 875, shippingMethod: null })).toEqual([
      "Subtotal: $50.00",
      "Discount: −$5.00",
      "Tax (8.75%): $3.94",
      "Total: $48.94",
    ]);
  });

  test("included tax, and a currency without decimals", () => {
    const totals = { subtotal: 5500, discount: 0, shipping: 0, tax: 500, total: 5500 };
    expect(
      totalsOf({
        totals,
        coupons: [],
        taxIncluded: true,
        taxRate: 1000,
        currency: "JPY",
        shippingMethod: null,
      }),
    ).toEqual(["Subtotal: ¥5,500", "Total: ¥5,500", "Includes ¥500 VAT (10%)"]);
  });
});

describe("the arrival", () => {
  const arrival = (changes: Partial<Order>) =>
    summarizeOrder(sampleOrder(changes)).facts.find(({ label }) => label === "Expected")?.value;

  test("working days count from placement, across the end of a year", () => {
    expect(arrival({ placedAt: "2026-12-30T23:59:59.000Z", shippingMethod: standard })).toBe(
      "Tue,\u00a0Jan\u00a05 to Thu,\u00a0Jan\u00a07",
    );
  });

  test("the day of the order is that of the destination, in its country's format", () => {
    const tokyo = { ...sampleOrder().shippingAddress, country: "JP", region: undefined };
    const placedAt = "2026-12-30T23:59:59.000Z";
    expect(arrival({ placedAt, shippingMethod: standard, shippingAddress: tokyo })).toBe(
      "Tue,\u00a0Jan\u00a05 to Thu,\u00a0Jan\u00a07",
    );
    const { facts } = summarizeOrder(sampleOrder({ placedAt, shippingAddress: tokyo }));
    expect(facts[1]).toEqual({ label: "Placed on", value: "December 31, 2026" });
    const berlin = { ...tokyo, country: "DE" };
    expect(summarizeOrder(sampleOrder({ placedAt, shippingAddress: berlin })).facts[1]?.value).toBe(
      "31 December 2026",
    );
  });

  test("the zone is shown if the destination does not decide it", () => {
    const { facts } = summarizeOrder(sampleOrder({ shippingAddress: { country: "US" } }));
    expect(facts[1]).toEqual({ label: "Placed on", value: "November 21, 2026 (UTC)" });
  });

  test("a single day is not written as a range", () => {
    expect(arrival({ shippingMethod: { ...standard, minDays: 2, maxDays: 2 } })).toBe(
      "Wed,\u00a0Nov\u00a025",
    );
  });

  test("there is no date before the transfer arrives, and none without a method", () => {
    const transfer = { ...sampleTransferOrder(), shippingMethod: { ...standard, minDays: 1, maxDays: 1 } };
    expect(arrival(transfer)).toBe("1 working day after payment");
    expect(arrival({ shippingMethod: null })).toBeUndefined();
  });
});

test("a product with a single variant is named once", () => {
  const line = sampleLine({ name: "Soap Dish", variantTitle: "Soap Dish", quantity: 2, unitPrice: 2200 });
  const { lines } = summarizeOrder(sampleOrder({ lines: [line, { ...line, variantTitle: "" }] }));
  expect(lines.map(({ variant, facts }) => [variant, facts])).toEqual([
    ["", "2 × $22.00"],
    ["", "2 × $22.00"],
  ]);
});

test("an order without payment or address, from the commercetools dialect, is summarized as far as possible", () => {
  const bare = sampleOrder({
    payment: null,
    shippingMethod: null,
    shippingAddress: { country: "DE" },
    billingAddress: { country: "DE" },
    status: "pending",
  });
  expect(summarizeOrder(bare).blocks).toEqual([{ title: "Delivery", lines: ["Germany"] }]);
  expect(summarizeOrder(bare).paymentSteps).toBeNull();
  const props = orderMailProps(bare, { audience: "guest", to: nobody, url: "http://localhost:3000/x" });
  expect(props.heading).toBe("Thank you. Your order is in.");
  expect(props.frame.preheader).toBe(
    "6 items for $154.69, to Germany. Follow it with the link inside, no password needed.",
  );
});

test("the note for the driver is a single line next to its address", () => {
  const { blocks } = summarizeOrder(sampleOrder({ deliveryNote: "Gate 7\n\n <b>Ring</b>  twice " }));
  expect(blocks.map(({ title }) => title)).toEqual(["Delivery", "Note for the driver", "Payment"]);
  expect(blocks[1]?.lines).toEqual(["Gate 7 <b>Ring</b> twice"]);
});
