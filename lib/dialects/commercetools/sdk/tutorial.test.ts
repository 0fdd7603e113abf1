import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { wireUsAddress } from "#test/support/addresses.ts";
import {
  anonymousApi,
  customerApi,
  refreshedApi,
  sdks,
  serverApi,
  tokenApi,
  tokenCache,
} from "#test/support/commercetools/sdk.ts";
import { openShop } from "#test/support/commercetools/sdk-shop.ts";

const shop = openShop();

const newAlice = () => ({
  firstName: "Alice",
  lastName: "Doe",
  email: `alice-${randomUUID()}@example.com`,
  password: "secret secret",
});

describe.each(sdks)("the tutorial with %s", (_, sdk) => {
  test("sessions with special tokens: browse, cart, order, refresh, sign up, and the customer owns everything", async () => {
    const anonymousId = `phone-${randomUUID()}`;
    const { host, client, product } = shop();
    const session = { host, client, anonymousId };
    const cache = tokenCache();
    const guest = anonymousApi(sdk, session, cache);

    const { body: products } = await guest
      .productProjections()
      .get({ queryArgs: { staged: true, limit: 10, where: `id = "${product.productId}"` } })
      .execute();
    expect(products.results).toMatchObject([{ id: product.productId, masterVariant: { id: 1 } }]);
    expect(cache.stored.refreshToken).toMatch(/^demo:/);

    const made = await guest
      .me()
      .carts()
      .post({ body: { currency: "USD", country: "US" } })
      .execute();
    expect(made.statusCode).toBe(201);
    expect(made.body).toMatchObject({ anonymousId, cartState: "Active", version: 1, lineItems: [] });
    expect(made.body.customerId).toBeUndefined();

    const { body: filled } = await guest
      .me()
      .carts()
      .withId({ ID: made.body.id })
      .post({
        body: {
          version: made.body.version,
          actions: [
            { action: "addLineItem", productId: product.productId, variantId: 1, quantity: 1 },
            { action: "setCustomerEmail", email: "guest@example.com" },
            { action: "setShippingAddress", address: wireUsAddress },
          ],
        },
      })
      .execute();
    expect(filled.lineItems).toMatchObject([{ productId: product.productId, quantity: 1 }]);

    const ordered = await guest
      .me()
      .orders()
      .post({ body: { id: filled.id, version: filled.version } })
      .execute();
    expect(ordered.statusCode).toBe(201);
    expect(ordered.body).toMatchObject({
      anonymousId,
      orderState: "Open",
      cart: { typeId: "cart", id: filled.id },
    });

    // The refresh token continues the session.
    const later = refreshedApi(sdk, session, String(cache.stored.refreshToken));
    const { body: second } = await later
      .me()
      .carts()
      .post({ body: { currency: "USD", country: "US" } })
      .execute();
    expect(second.anonymousId).toBe(anonymousId);
    expect((await later.me().orders().get().execute()).body.results).toMatchObject([{ id: ordered.body.id }]);

    const oldToken = cache.stored.token;
    const alice = newAlice();
    const signedUp = await guest.me().signup().post({ body: alice }).execute();
    expect(signedUp.statusCode).toBe(201);
    const { customer, cart } = signedUp.body;
    expect(customer).toMatchObject({ email: alice.email, firstName: "Alice", lastName: "Doe" });
    expect(cart).toMatchObject({ id: second.id, customerId: customer.id, anonymousId });

    await expect(tokenApi(sdk, session, oldToken).me().carts().get().execute()).rejects.toMatchObject({
      statusCode: 401,
      name: "Unauthorized",
    });
    const dead = refreshedApi(sdk, session, String(cache.stored.refreshToken));
    await expect(dead.me().carts().get().execute()).rejects.toMatchObject({ statusCode: 400 });

    const signedIn = customerApi(sdk, session, { username: alice.email, password: alice.password });
    const { body: carts } = await signedIn
      .me()
      .carts()
      .get({ queryArgs: { sort: "createdAt asc" } })
      .execute();
    expect(carts.results).toMatchObject([
      { id: filled.id, customerId: customer.id, anonymousId, cartState: "Ordered" },
      { id: second.id, customerId: customer.id, anonymousId, cartState: "Active" },
    ]);
    expect((await signedIn.me().orders().get().execute()).body.results).toMatchObject([
      { id: ordered.body.id, customerId: customer.id, anonymousId },
    ]);
    const { body: fresh } = await signedIn
      .me()
      .carts()
      .post({ body: { currency: "USD", country: "US" } })
      .execute();
    expect(fresh.customerId).toBe(customer.id);
    expect(fresh).not.toHaveProperty("anonymousId");
    expect((await signedIn.me().get().execute()).body).toMatchObject({ id: customer.id, email: alice.email });
  });

  test("an anonymous id can be used once", async () => {
    const { host, client } = shop();
    const session = { host, client, anonymousId: `phone-${randomUUID()}` };
    await anonymousApi(sdk, session).me().carts().get().execute();
    await expect(anonymousApi(sdk, session).me().carts().get().execute()).rejects.toMatchObject({
      statusCode: 400,
      code: "invalid_request",
      message: expect.stringContaining("anonymousId is already in use"),
    });
  });

  test("sessions with regular tokens: the caller's own anonymousId, found by predicate, kept at sign-up", async () => {
    const anonymousId = `foobar-${randomUUID()}`;
    const { host, client, product } = shop();
    const api = serverApi(sdk, { host, client });
    const { body: made } = await api
      .carts()
      .post({
        body: {
          currency: "USD",
          country: "US",
          anonymousId,
          shippingAddress: wireUsAddress,
          lineItems: [{ sku: product.sku }],
        },
      })
      .execute();
    expect(made).toMatchObject({ anonymousId, lineItems: [{ quantity: 1 }] });

    const orderNumber = `A/1 ${anonymousId}`;
    const { body: order } = await api
      .orders()
      .post({ body: { cart: { typeId: "cart", id: made.id }, version: made.version, orderNumber } })
      .execute();
    expect(order).toMatchObject({ anonymousId, orderNumber });
    expect((await api.orders().withOrderNumber({ orderNumber }).get().execute()).body.id).toBe(order.id);

    const { body: open } = await api
      .carts()
      .post({ body: { currency: "USD", country: "US", anonymousId } })
      .execute();
    const where = `anonymousId = "${anonymousId}"`;
    const find = async (args: object) =>
      (
        await api
          .carts()
          .get({ queryArgs: { sort: "createdAt asc", ...args } })
          .execute()
      ).body;
    expect((await find({ where })).results).toMatchObject([{ id: made.id }, { id: open.id }]);
    expect(await find({ where: [where, 'cartState = "Active"'] })).toMatchObject({
      total: 1,
      results: [{ id: open.id }],
    });
    expect(await find({ where: "anonymousId = :aid", "var.aid": anonymousId })).toMatchObject({ total: 2 });
    expect((await api.orders().get({ queryArgs: { where } }).execute()).body.results).toMatchObject([
      { id: order.id },
    ]);

    const alice = newAlice();
    const { body: signedUp, statusCode } = await api
      .customers()
      .post({ body: { ...alice, anonymousId } })
      .execute();
    expect(statusCode).toBe(201);
    expect(signedUp.cart).toMatchObject({ id: open.id, customerId: signedUp.customer.id, anonymousId });
    expect((await find({ where: `customerId = "${signedUp.customer.id}"` })).results).toMatchObject([
      { id: made.id, anonymousId },
      { id: open.id, anonymousId },
    ]);
    expect((await api.orders().withId({ ID: order.id }).get().execute()).body).toMatchObject({
      customerId: signedUp.customer.id,
      anonymousId,
    });
  });
});
