import { randomUUID } from "node:crypto";
import type * as current from "@commercetools/platform-sdk";
import { describe, expect, test } from "vitest";
import { makeDiscount, makeShippingMethod, makeVariant } from "#test/support/catalogue.ts";
import { type Reply, send, serverToken } from "#test/support/commercetools/call.ts";
import { fullAddress as address } from "#test/support/commercetools/full-address.ts";
import { update } from "#test/support/commercetools/shop.ts";

// Everything that a client sends is returned or rejected.

const typed = { type: { typeId: "type", key: "t" }, fields: {} };
const money = { currencyCode: "USD", centAmount: 1 };
const taxRate = { name: "x", amount: 0.1, country: "US" };

/** Expects the sent value in the answer, or an error that names the member. */
function expectKept(reply: Reply, member: string, sent: unknown, answered: (body: Reply["body"]) => unknown) {
  if (reply.status < 300) {
    expect(answered(reply.body), member).toEqual(sent);
    return;
  }
  expect([reply.status, member]).toEqual([400, member]);
  const [error] = reply.body.errors;
  expect(["InvalidField", "ReferencedResourceNotFound"], reply.body.message).toContain(error.code);
  expect(error.field ?? member).toMatch(new RegExp(`(^|\\.)${member}$`));
}

describe("every member of a draft is returned or rejected", () => {
  test("of a cart", async () => {
    const token = await serverToken();
    const { sku, productId } = await makeVariant();
    const { id: methodId } = await makeShippingMethod();
    const { code } = await makeDiscount();
    const samples = {
      currency: "EUR",
      key: `key-${randomUUID()}`,
      customerId: randomUUID(),
      customerEmail: "gale@example.com",
      customerGroup: { typeId: "customer-group", key: "x" },
      anonymousId: randomUUID(),
      businessUnit: { typeId: "business-unit", key: "x" },
      store: { typeId: "store", key: "x" },
      lineItems: [{ sku, key: "one-1", quantity: 2 }],
      customLineItems: [{ name: { en: "x" }, slug: "x", money, quantity: 1 }],
      taxMode: "External",
      externalTaxRateForShippingMethod: taxRate,
      priceRoundingMode: "HalfUp",
      taxRoundingMode: "HalfDown",
      taxCalculationMode: "UnitPriceLevel",
      inventoryMode: "TrackOnly",
      billingAddress: address,
      shippingAddress: address,
      shippingMethod: { typeId: "shipping-method", id: methodId },
      shippingRateInput: { type: "Score", score: 1 },
      shippingMode: "Multiple",
      customShipping: [{ shippingKey: "x", shippingMethodName: "x", shippingRate: { price: money } }],
      shipping: [{ shippingKey: "x", shippingMethod: { typeId: "shipping-method", id: methodId } }],
      itemShippingAddresses: [address],
      discountCodes: [code],
      country: "DE",
      locale: "de-DE",
      origin: "Merchant",
      deleteDaysAfterLastModification: 9,
      custom: typed,
      purchaseOrderNumber: "PO-1",
    } satisfies { [M in keyof current.CartDraft]-?: unknown };
    const answers: { [member: string]: (body: Reply["body"]) => unknown } = {
      currency: (body) => body.totalPrice.currencyCode,
      lineItems: ({ lineItems: [line] }) => [
        { sku: line.variant.sku, key: line.key, quantity: line.quantity },
      ],
      shippingMethod: (body) => body.shippingInfo.shippingMethod,
      discountCodes: (body) => body.discountCodes.map(() => code),
    };
    for (const [member, sent] of Object.entries(samples)) {
      const body = { currency: "USD", [member]: sent };
      const reply = await send("POST", "/carts", { token, body });
      expectKept(reply, member, sent, answers[member] ?? ((made) => made[member]));
    }
    const usual = await send("POST", "/carts", { token, body: { currency: "USD" } });
    const { taxMode, inventoryMode, shippingMode, origin, customLineItems, shipping } = usual.body;
    const itself = { taxMode, inventoryMode, shippingMode, origin, customLineItems, shipping };
    const again = await send("POST", "/carts", { token, body: { currency: "USD", ...itself } });
    expect([again.status, again.body]).toEqual([201, expect.objectContaining(itself)]);
    const none = await send("POST", "/carts", { token, body: { currency: "USD", inventoryMode: "None" } });
    expect([none.status, none.body.inventoryMode]).toEqual([201, "ReserveOnOrder"]);
    const lineSamples = {
      key: "two-2",
      productId,
      variantId: 1,
      quantity: 3,
      addedAt: "2026-01-01T00:00:00.000Z",
      distributionChannel: { typeId: "channel", key: "x" },
      supplyChannel: { typeId: "channel", key: "x" },
      externalPrice: money,
      externalTotalPrice: { price: money, totalPrice: money },
      externalTaxRate: taxRate,
      perMethodExternalTaxRate: [{ shippingMethodKey: "x", taxRate }],
      inventoryMode: "None",
      shippingDetails: { targets: [{ addressKey: "x", quantity: 1 }] },
      recurrenceInfo: { recurrencePolicy: { typeId: "recurrence-policy", key: "x" } },
      custom: typed,
    } satisfies { [M in Exclude<keyof current.LineItemDraft, "sku">]-?: unknown };
    for (const [member, sent] of Object.entries(lineSamples)) {
      const added = { productId, action: "addLineItem", [member]: sent };
      const reply = await update(token, usual.body, [added], "/carts");
      expectKept(reply, member, sent, ({ lineItems: [line] }) =>
        member === "variantId" ? line.variant.id : line[member],
      );
      if (reply.status === 200) usual.body = (await emptied(token, reply.body)).body;
    }
  });

  const emptied = (token: string, cart: Reply["body"]) =>
    update(token, cart, [{ action: "removeLineItem", lineItemId: cart.lineItems[0].id }], "/carts");

  test("of a customer", async () => {
    const token = await serverToken();
    const samples = {
      key: `key-${randomUUID()}`,
      customerNumber: `C-${randomUUID()}`,
      externalId: "crm-9",
      firstName: "Gale",
      lastName: "Guest",
      middleName: "M.",
      title: "Dr.",
      salutation: "Mx.",
      dateOfBirth: "1990-02-28",
      companyName: "Guest & Sons",
      vatId: "DE123456789",
      locale: "de",
      isEmailVerified: true,
      customerGroup: { typeId: "customer-group", key: "x" },
      customerGroupAssignments: [{ customerGroup: { typeId: "customer-group", key: "x" } }],
      custom: typed,
      stores: [{ typeId: "store", key: "x" }],
      authenticationMode: "ExternalAuth",
      defaultShippingAddress: 3,
      defaultBillingAddress: 3,
      shippingAddresses: [3],
      billingAddresses: [3],
    } satisfies { [M in Exclude<keyof current.CustomerDraft, Elsewhere>]-?: unknown };
    for (const [member, sent] of Object.entries(samples)) {
      const body = { email: `m-${randomUUID()}@example.com`, password: "secret secret", [member]: sent };
      const reply = await send("POST", "/customers", { token, body });
      expectKept(reply, member, sent, ({ customer }) => customer[member]);
      if (reply.status !== 201 || !["key", "customerNumber", "vatId"].includes(member)) continue;
      const where = new URLSearchParams({ where: `${member} = "${sent}"` });
      expect((await send("GET", `/customers?${where}`, { token })).body.total).toBe(1);
      if (member === "vatId") continue;
      const second = await send("POST", "/customers", {
        token,
        body: { ...body, email: `m-${randomUUID()}@example.com` },
      });
      expect(second.body.errors).toMatchObject([{ code: "DuplicateField", field: member }]);
    }
  });

  /** Covered by other tests: the former guest and the address book. */
  type Elsewhere = "email" | "password" | "anonymousCartId" | "anonymousCart" | "anonymousId" | "addresses";

  test("of an order", async () => {
    const token = await serverToken();
    const samples = {
      orderNumber: `N-${randomUUID()}`,
      purchaseOrderNumber: "PO-2",
      paymentState: "Paid",
      shipmentState: "Ready",
      orderState: "Confirmed",
      state: { typeId: "state", key: "x" },
      custom: typed,
    } satisfies { [M in Exclude<keyof current.OrderFromCartDraft, "id" | "cart" | "version">]-?: unknown };
    for (const [member, sent] of Object.entries(samples)) {
      const lineItems = [{ sku: (await makeVariant()).sku }];
      const body = { currency: "USD", origin: "Merchant", lineItems, shippingAddress: address };
      const { body: cart } = await send("POST", "/carts", { token, body });
      const draft = { id: cart.id, version: cart.version, [member]: sent };
      const reply = await send("POST", "/orders", { token, body: draft });
      expectKept(reply, member, sent, (placed) => placed[member]);
      if (reply.status === 201) expect(reply.body.origin).toBe("Merchant");
    }
  });
});
