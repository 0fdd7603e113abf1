import { randomUUID } from "node:crypto";
import type * as current from "@commercetools/platform-sdk";
import type * as previous from "platform-sdk-8";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import { makeDiscount, makeShippingMethod, makeVariant } from "#test/support/catalogue.ts";
import { guestToken, type Reply, send, serverToken } from "#test/support/commercetools/call.ts";
import { newCart, order, update } from "#test/support/commercetools/shop.ts";
import { dumpDatabase } from "#test/support/dump.ts";
import type {
  cartAction,
  cartDraft,
  lineDraft,
  myCartAction,
  myCartDraft,
  replicaDraft,
} from "../carts/schemas.ts";
import type { customerDraft, mergeDraft, myCustomerDraft, mySignIn, signIn } from "../customers/schemas.ts";
import type { orderAction, orderDraft } from "../orders/schemas.ts";
import type { paymentAction, transactionDraft } from "../payments/schemas.ts";
import type { addressDraft } from "../wire/address.ts";

// Everything that the SDK's types allow a client to send is returned or rejected.

/** Documented members that the schema lacks and would drop. */
type Lost<Documented, Schema extends z.ZodType> = Exclude<keyof Documented, keyof z.input<Schema>>;

/** The same for each action of the schema. */
type LostOf<Documented extends { action: string }, Schema extends z.ZodType> = {
  [A in (z.input<Schema> & { action: string })["action"]]: Exclude<
    keyof Extract<Documented, { action: A }>,
    keyof Extract<z.input<Schema>, { action: A }>
  >;
}[(z.input<Schema> & { action: string })["action"]];

test("every member in the SDK's types is in its schema", () => {
  expectTypeOf<Lost<current.AddressDraft, typeof addressDraft>>().toBeNever();
  expectTypeOf<Lost<current.MyCartDraft, typeof myCartDraft>>().toBeNever();
  expectTypeOf<Lost<current.CartDraft, typeof cartDraft>>().toBeNever();
  expectTypeOf<Lost<current.LineItemDraft & current.MyLineItemDraft, typeof lineDraft>>().toBeNever();
  expectTypeOf<LostOf<current.CartUpdateAction, typeof cartAction>>().toBeNever();
  expectTypeOf<LostOf<current.MyCartUpdateAction, typeof myCartAction>>().toBeNever();
  expectTypeOf<Lost<current.ReplicaCartDraft, typeof replicaDraft>>().toBeNever();
  expectTypeOf<Lost<current.MergeCartDraft, typeof mergeDraft>>().toBeNever();
  expectTypeOf<Lost<current.OrderFromCartDraft, typeof orderDraft>>().toBeNever();
  expectTypeOf<LostOf<current.OrderUpdateAction, typeof orderAction>>().toBeNever();
  expectTypeOf<LostOf<current.PaymentUpdateAction, typeof paymentAction>>().toBeNever();
  expectTypeOf<Lost<current.TransactionDraft, typeof transactionDraft>>().toBeNever();
  expectTypeOf<LostOf<previous.PaymentUpdateAction, typeof paymentAction>>().toBeNever();
  expectTypeOf<Lost<current.MyCustomerDraft, typeof myCustomerDraft>>().toBeNever();
  expectTypeOf<Lost<current.CustomerDraft, typeof customerDraft>>().toBeNever();
  expectTypeOf<Lost<current.MyCustomerSignin, typeof mySignIn>>().toBeNever();
  expectTypeOf<Lost<current.CustomerSignin, typeof signIn>>().toBeNever();
  expectTypeOf<Lost<previous.CartDraft & previous.MyCartDraft, typeof cartDraft>>().toBeNever();
  expectTypeOf<LostOf<previous.CartUpdateAction, typeof cartAction>>().toBeNever();
  expectTypeOf<LostOf<previous.OrderUpdateAction, typeof orderAction>>().toBeNever();
  expectTypeOf<Lost<previous.CustomerDraft & previous.MyCustomerDraft, typeof customerDraft>>().toBeNever();
});

/** A value for every member of an address. */
const address = {
  id: "a-1",
  key: "home",
  externalId: "crm-7",
  country: "US",
  title: "Dr.",
  salutation: "Mx.",
  firstName: "Gale",
  lastName: "Guest",
  streetName: "Harbor Lane",
  streetNumber: "14",
  additionalStreetInfo: "Back door",
  postalCode: "04101",
  city: "Portland",
  region: "New England",
  state: "ME",
  company: "Guest & Sons",
  department: "Receiving",
  building: "B",
  apartment: "3",
  pOBox: "1402",
  phone: "+1 207 555 0142",
  mobile: "+1 207 555 0143",
  email: "gale@example.com",
  fax: "+1 207 555 0144",
  additionalAddressInfo: "Ring twice",
} satisfies Omit<Required<current.BaseAddress>, "custom">;

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

const oneByOne = (members: object) => Object.entries(members).filter(([name]) => name !== "country");

describe("an address is returned completely", () => {
  test.each(oneByOne(address))("with %s alone", async (name, value) => {
    const shippingAddress = { country: "US", [name]: value };
    const { token } = await guestToken();
    expect((await newCart(token, { shippingAddress })).shippingAddress).toEqual(shippingAddress);
  });

  test("on a cart, on its order and on their copies", async () => {
    const { token } = await guestToken();
    const { sku } = await makeVariant();
    const billingAddress = { ...address, streetNumber: "15", company: "Bills Inc." };
    const lineItems = [{ sku, key: "gift-1" }];
    const cart = await newCart(token, { lineItems, shippingAddress: address, billingAddress });
    const addresses = { shippingAddress: address, billingAddress };
    const placed = await order(token, cart);
    const reference = { typeId: "order", id: placed.body.id };
    const replica = await send("POST", "/me/carts/replicate", { token, body: { reference } });
    for (const { status, body } of [{ status: 201, body: cart }, placed, replica]) {
      const { shippingAddress: goods, billingAddress: bill } = body;
      expect([status, { shippingAddress: goods, billingAddress: bill }]).toEqual([201, addresses]);
      expect(body.lineItems).toMatchObject([{ key: "gift-1" }]);
    }
    const query = new URLSearchParams({
      where: `id = "${placed.body.id}" and shippingAddress(streetNumber = "14" and company is defined)`,
    });
    expect((await send("GET", `/orders?${query}`, { token: await serverToken() })).body.total).toBe(1);
  });

  test("through update actions, and in an address book with its default flags", async () => {
    const token = await serverToken();
    const { body: cart } = await send("POST", "/carts", { token, body: { currency: "USD" } });
    const actions = [
      { action: "setShippingAddress", address },
      { action: "setBillingAddress", address: { ...address, fax: "1" } },
    ];
    const changed = await update(token, cart, actions, "/carts");
    expect(changed.body).toMatchObject({
      shippingAddress: address,
      billingAddress: { ...address, fax: "1" },
    });
    const draft = {
      email: `kept-${randomUUID()}@example.com`,
      password: "secret secret",
      addresses: [address, { country: "DE" }, { country: "US", pOBox: "7" }],
      defaultShippingAddress: 2,
      defaultBillingAddress: 0,
      shippingAddresses: [1],
      billingAddresses: [1],
    };
    const { status, body } = await send("POST", "/customers", { token, body: draft });
    expect(status).toBe(201);
    const { customer } = body;
    const ids = customer.addresses.map(({ id }: { id: string }) => id);
    const { id: _, ...parts } = address;
    expect(customer.addresses).toEqual([
      { ...parts, id: ids[0] },
      { country: "DE", id: ids[1] },
      { country: "US", pOBox: "7", id: ids[2] },
    ]);
    expect(customer).toMatchObject({
      defaultShippingAddressId: ids[2],
      defaultBillingAddressId: ids[0],
      shippingAddressIds: [ids[1], ids[2]],
      billingAddressIds: [ids[0], ids[1]],
    });
  });
});

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

test("no personal data from a client outlives the account", async () => {
  const token = await serverToken();
  const word = `erased-${randomUUID()}`;
  const [company, middleName, customerNumber, building] = ["a", "b", "c", "d"].map((end) => word + end);
  const draft = {
    email: `${word}@example.com`,
    password: "secret secret",
    middleName,
    customerNumber,
    addresses: [{ country: "US", company }],
  };
  const { customer } = (await send("POST", "/customers", { token, body: draft })).body;
  const cart = { currency: "USD", customerId: customer.id, shippingAddress: { country: "US", building } };
  expect((await send("POST", "/carts", { token, body: cart })).status).toBe(201);
  const dump = async () => [...(await dumpDatabase()).values()].join("\n");
  for (const said of [company, middleName, customerNumber, building]) expect(await dump()).toContain(said);
  const path = `/customers/${customer.id}?version=${customer.version}`;
  expect((await send("DELETE", path, { token })).status).toBe(200);
  expect(await dump()).not.toContain(word);
});

test("a cart that the merchant prepares is not the shopper's active cart", async () => {
  const { token } = await guestToken();
  const own = await newCart(token);
  const server = await serverToken();
  const draft = { currency: "USD", anonymousId: own.anonymousId, origin: "Merchant" };
  const { body: prepared } = await send("POST", "/carts", { token: server, body: draft });
  expect(prepared.origin).toBe("Merchant");
  expect((await send("GET", "/me/active-cart", { token })).body.id).toBe(own.id);
  expect((await send("GET", `/me/carts/${prepared.id}`, { token })).body).toEqual(prepared);
});

test("a line is changed and removed by its key, which is unique in its cart", async () => {
  const token = await serverToken();
  const [first, second] = [await makeVariant(), await makeVariant()];
  const lineItems = [{ sku: first.sku, key: "first" }];
  const { body: cart } = await send("POST", "/carts", { token, body: { currency: "USD", lineItems } });
  const taken = await update(
    token,
    cart,
    [{ action: "addLineItem", sku: second.sku, key: "first" }],
    "/carts",
  );
  expect(taken.body.errors).toMatchObject([{ code: "DuplicateField", field: "key" }]);
  const renamed = await update(
    token,
    cart,
    [{ action: "addLineItem", sku: first.sku, key: "other" }],
    "/carts",
  );
  expect(renamed.body.errors).toMatchObject([{ code: "InvalidOperation" }]);
  const three = { action: "changeLineItemQuantity", lineItemKey: "first", quantity: 3 };
  const changed = await update(token, cart, [three], "/carts");
  expect(changed.body.lineItems).toMatchObject([{ key: "first", quantity: 3 }]);
  const gone = await update(
    token,
    changed.body,
    [{ action: "removeLineItem", lineItemKey: "first" }],
    "/carts",
  );
  expect(gone.body.lineItems).toEqual([]);
});
