import type * as current from "@commercetools/platform-sdk";
import { describe, expect, expectTypeOf, test } from "vitest";
import { wireUsAddress } from "#test/support/addresses.ts";
import { makeShippingMethod } from "#test/support/catalogue.ts";
import { anonymousApi, sdks } from "#test/support/commercetools/sdk.ts";
import { openShop } from "#test/support/commercetools/sdk-shop.ts";
import type { WireCategory } from "../categories/to-category.ts";
import type { WireCartDiscount, WireDiscountCode } from "../discounts/to-discount.ts";
import type { WireProduct } from "../products/to-product.ts";
import type { WireProject } from "../settings/to-project.ts";
import type { WireShippingMethod, WireZone } from "../shipping/to-shipping-method.ts";

const shop = openShop();

/** The scopes that public storefronts for commercetools ask for. */
const scopes = [
  "view_published_products",
  "view_categories",
  "view_shipping_methods",
  "view_project_settings",
  "manage_my_profile",
  "manage_my_orders",
  "manage_my_payments",
  "manage_my_shopping_lists",
];

test("resources have only members of the SDK's", () => {
  expectTypeOf<Exclude<keyof WireShippingMethod, keyof current.ShippingMethod>>().toBeNever();
  expectTypeOf<Exclude<keyof WireZone, keyof current.Zone>>().toBeNever();
  expectTypeOf<Exclude<keyof WireCategory, keyof current.Category>>().toBeNever();
  expectTypeOf<Exclude<keyof WireProject, keyof current.Project>>().toBeNever();
  expectTypeOf<Exclude<keyof WireProduct, keyof current.Product>>().toBeNever();
  expectTypeOf<Exclude<keyof WireDiscountCode, keyof current.DiscountCode>>().toBeNever();
  expectTypeOf<Exclude<keyof WireCartDiscount, keyof current.CartDiscount>>().toBeNever();
  expectTypeOf<WireProduct["masterData"]>().toExtend<current.ProductCatalogData>();
  expectTypeOf<WireShippingMethod["zoneRates"]>().toExtend<current.ZoneRate[]>();
});

describe.each(sdks)("a storefront with %s", (_, sdk) => {
  test("reads the shop, browses by category, and offers the shipping methods of the cart", async () => {
    const { host, client, product } = shop();
    const method = await makeShippingMethod({ countries: ["US"] });
    const elsewhere = await makeShippingMethod({ countries: ["DE"] });
    const guest = anonymousApi(sdk, { host, client, scopes });

    const { body: project } = await guest.get().execute();
    expect(project).toMatchObject({ key: "demo", languages: ["en"] });
    expect(project.currencies).toContain("USD");
    expect(project.countries).toEqual(expect.arrayContaining(["DE", "US"]));

    const { body: found } = await guest
      .categories()
      .get({ queryArgs: { where: `slug(en="category-${product.slug}") and parent is not defined` } })
      .execute();
    const [category] = found.results;
    expect(found).toMatchObject({ total: 1, results: [{ name: { en: "Things" }, ancestors: [] }] });

    const { body: inside } = await guest
      .products()
      .get({
        queryArgs: {
          where: `masterData(current(categories(id="${category?.id}")))`,
          expand: ["productType", "masterData.current.categories[*]"],
        },
      })
      .execute();
    expect(inside.results).toMatchObject([
      {
        id: product.productId,
        productType: { obj: { key: "product" } },
        masterData: { current: { masterVariant: { sku: product.sku }, categories: [{ obj: category }] } },
      },
    ]);
    const { body: type } = await guest.productTypes().withKey({ key: "product" }).get().execute();
    expect(type.id).toBe(inside.results[0]?.productType.id);

    const { body: cart } = await guest
      .me()
      .carts()
      .post({
        body: {
          currency: "USD",
          country: "US",
          lineItems: [{ sku: product.sku }],
          shippingAddress: wireUsAddress,
        },
      })
      .execute();
    const { body: offers } = await guest
      .shippingMethods()
      .matchingCart()
      .get({ queryArgs: { cartId: cart.id, expand: ["zoneRates[*].zone"] } })
      .execute();
    const offered = offers.results.find(({ id }) => id === method.id);
    expect(offered?.zoneRates).toMatchObject([
      {
        zone: { obj: { locations: [{ country: "US" }] } },
        shippingRates: [
          { price: { currencyCode: "EUR", centAmount: 450 }, isMatching: false },
          { price: { currencyCode: "USD", centAmount: 500 }, isMatching: true },
        ],
      },
    ]);
    expect(offers.results.map(({ id }) => id)).not.toContain(elsewhere.id);

    const { body: ready } = await guest
      .me()
      .carts()
      .withId({ ID: cart.id })
      .post({
        queryArgs: { expand: "shippingInfo.shippingMethod" },
        body: {
          version: cart.version,
          actions: [
            { action: "setShippingMethod", shippingMethod: { typeId: "shipping-method", id: method.id } },
          ],
        },
      })
      .execute();
    expect(ready.shippingInfo).toMatchObject({ shippingMethod: { obj: { key: method.key } } });
    const order = await guest
      .me()
      .orders()
      .post({ body: { id: ready.id, version: ready.version } })
      .execute();
    expect(order.statusCode).toBe(201);
  });
});
