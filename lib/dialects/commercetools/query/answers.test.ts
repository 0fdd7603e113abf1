import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { wireUsAddress } from "#test/support/addresses.ts";
import { makeDiscount, makeShippingMethod, makeVariant } from "#test/support/catalogue.ts";
import { type Reply, send, serverToken } from "#test/support/commercetools/call.ts";
import { updated } from "#test/support/commercetools/shop.ts";

// Every member of real answers can be filtered by, using its own value.

/** Members that cannot be filtered by (sdk/documented-fields.test.ts), and a mask that nobody's password matches. */
const unasked = [/^password = /, /\bimages\b/, /^lineItems\((variant\((prices|availability)|price\(id)/];
const unaskedOfCarts = [
  /\b(taxRate|taxPortions|taxedShippingPrice|discountedPrice|includedDiscounts)\(/,
  /\(taxedPrice\(/,
  /^discountCodes\(state = /,
];

type Scalar = string | number | boolean;

/** Every value of an answer as a predicate that it matches: `shippingAddress(country = "US")`. */
function predicatesOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const field = /^\w+$/.test(name) ? name : `\`${name}\``;
    if (isScalar(member)) return [`${field} = ${JSON.stringify(member)}`];
    if (Array.isArray(member) && member.length === 0) return [`${field} is empty`];
    const elements = Array.isArray(member) ? member : [member];
    return elements.flatMap((element) => predicatesOf(element).map((inner) => `${field}(${inner})`));
  });
}

function isScalar(value: unknown): value is Scalar {
  return ["string", "number", "boolean"].includes(typeof value);
}

const sortable = (predicate: string) => /^[\w(]+(?= = )/.exec(predicate)?.[0].replaceAll("(", ".") ?? "";

/** Queries the list by each member of the resource, and sorts by the single-valued ones. */
async function gapsOf(path: string, resource: Reply["body"], besides: RegExp[] = []): Promise<string[]> {
  const token = await serverToken();
  const isAsked = (predicate: string) => ![...unasked, ...besides].some((known) => known.test(predicate));
  const asked = [...new Set(predicatesOf(resource))].filter(isAsked);
  const ask = (query: Record<string, string>) =>
    send("GET", `${path}?${new URLSearchParams(query)}`, { token });
  const gaps: string[] = [];
  for (const predicate of asked) {
    const { status, body } = await ask({ where: `id = "${resource.id}" and ${predicate}` });
    if (status !== 200 || body.total !== 1) gaps.push(`${predicate} → ${body.message ?? body.total}`);
    // For a list it is undefined which element decides the order.
    const isList = / is empty\b|^(\w*s|masterVariant)\(|\((deliveries|payments|includedDiscounts)\(/.test(
      predicate,
    );
    if (status !== 200 || isList) continue;
    const sorted = await ask({ sort: `${sortable(predicate)} desc`, limit: "1" });
    if (sorted.status !== 200) gaps.push(`sort by ${sortable(predicate)} → ${sorted.body.message}`);
  }
  expect(asked.length).toBeGreaterThan(20);
  return gaps;
}

async function fullCart(token: string) {
  const [variant, method] = [await makeVariant(), await makeShippingMethod()];
  const codes = [await makeDiscount(), await makeDiscount({ kind: "free_shipping" })].map(({ code }) => code);
  const { customer } = (
    await send("POST", "/customers", {
      token,
      body: { email: `asked-${randomUUID()}@example.com`, password: "secret secret" },
    })
  ).body;
  const { body, status } = await send("POST", "/carts", {
    token,
    body: {
      currency: "USD",
      key: `key-${randomUUID()}`,
      locale: "en-US",
      origin: "Merchant",
      purchaseOrderNumber: "PO-1",
      customerId: customer.id,
      anonymousId: randomUUID(),
      customerEmail: "gale@example.com",
      lineItems: [{ sku: variant.sku, quantity: 2, key: "one-1" }],
      shippingAddress: { ...wireUsAddress, company: "Guest & Sons" },
      billingAddress: { ...wireUsAddress, apartment: "3" },
      shippingMethod: { typeId: "shipping-method", id: method.id },
      discountCodes: codes,
    },
  });
  expect(status).toBe(201);
  return body;
}

test("every member of a cart", async () => {
  expect(await gapsOf("/carts", await fullCart(await serverToken()), unaskedOfCarts)).toEqual([]);
});

test("every member of an order", async () => {
  const token = await serverToken();
  const { id, version } = await fullCart(token);
  const placed = await send("POST", "/orders", { token, body: { id, version, orderNumber: randomUUID() } });
  const parcels = [{ trackingData: { trackingId: "1Z999", carrier: "UPS" } }];
  const order = await updated(token, placed.body, [{ action: "addDelivery", parcels }], "/orders");
  const done = await updated(
    token,
    order,
    [{ action: "changeOrderState", orderState: "Complete" }],
    "/orders",
  );
  expect(await gapsOf("/orders", done)).toEqual([]);
});

test("every member of a customer", async () => {
  const token = await serverToken();
  const { body } = await send("POST", "/customers", {
    token,
    body: {
      email: `asked-${randomUUID()}@example.com`,
      password: "secret secret",
      key: `key-${randomUUID()}`,
      customerNumber: randomUUID(),
      externalId: "crm-1",
      firstName: "Gale",
      lastName: "Guest",
      middleName: "M.",
      title: "Dr.",
      salutation: "Mx.",
      dateOfBirth: "1990-02-28",
      companyName: "Guest & Sons",
      vatId: "DE1",
      locale: "de",
      addresses: [{ ...wireUsAddress, company: "Guest & Sons" }, { country: "DE" }],
      defaultShippingAddress: 0,
      defaultBillingAddress: 1,
    },
  });
  expect(await gapsOf("/customers", body.customer)).toEqual([]);
});

test("every member of a product projection", async () => {
  const token = await serverToken();
  const { productId } = await makeVariant();
  const { body } = await send("GET", `/product-projections/${productId}`, { token });
  expect(await gapsOf("/product-projections", body)).toEqual([]);
});

test("members that are always absent in this shop, and other languages, match nothing", async () => {
  const token = await serverToken();
  const { id, customerId, lineItems } = await fullCart(token);
  const total = async (path: string, where: string) => {
    const { status, body } = await send("GET", `${path}?${new URLSearchParams({ where })}`, { token });
    return [status, body.total];
  };
  expect(await total("/carts", `id = "${id}" and customer(id = "${customerId}")`)).toEqual([200, 1]);
  expect(await total("/carts", `id = "${id}" and customer(id = "${randomUUID()}")`)).toEqual([200, 0]);
  expect(await total("/carts", `id = "${id}" and store(key = "x")`)).toEqual([200, 0]);
  expect(await total("/carts", `id = "${id}" and store is not defined`)).toEqual([200, 1]);
  expect(await total("/carts", `id = "${id}" and custom(fields(source = "x"))`)).toEqual([200, 0]);
  expect(await total("/carts", `id = "${id}" and custom is not defined`)).toEqual([200, 1]);
  for (const path of [
    "/orders",
    "/payments",
    "/customers",
    "/categories",
    "/shipping-methods",
    "/discount-codes",
  ]) {
    for (const where of [
      'custom(fields(source = "x")) or custom(type(key = "x"))',
      "custom(fields(points > 1 or isGift = true))",
      'custom(fields(owner(id = "x")) or fields(tags contains any ("x")) or fields(tags is not empty))',
      'createdBy(clientId = "x") or lastModifiedBy(customer(id = "x"))',
    ]) {
      expect([where, ...(await total(path, where))]).toEqual([where, 200, 0]);
    }
    const sorted = await send("GET", `${path}?sort=custom.fields.points`, { token });
    expect(sorted.status).toBe(200);
  }
  expect(await total("/orders", 'quote is defined or lineItems(supplyChannel(id = "x"))')).toEqual([200, 0]);
  expect(await total("/products", 'taxCategory(id = "x") or state is defined')).toEqual([200, 0]);
  const [{ productSlug, productId }] = lineItems;
  const filed = `id = "${productId}" and categories is`;
  expect(await total("/product-projections", `${filed} not empty`)).toEqual([200, 1]);
  expect(await total("/product-projections", `${filed} empty`)).toEqual([200, 0]);
  const slug = `id = "${productId}" and slug(en = "${productSlug.en}" or de = "${productSlug.en}")`;
  expect(await total("/product-projections", slug)).toEqual([200, 1]);
  for (const language of ["de", "`de-AT`", "`zh-Hant-TW`"]) {
    const asked = `id = "${productId}" and slug(${language} = "${productSlug.en}")`;
    expect(await total("/product-projections", asked)).toEqual([200, 0]);
  }
  expect(await total("/product-projections", 'slug(nickname = "x")')).toEqual([400, undefined]);
});
