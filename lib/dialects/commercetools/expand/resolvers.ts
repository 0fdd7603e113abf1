import { listCarts } from "#lib/commerce/cart/index.ts";
import { categoryFields, listOptionNames, searchCategories } from "#lib/commerce/catalog/index.ts";
import { findDiscounts } from "#lib/commerce/discount/index.ts";
import { searchPayments } from "#lib/commerce/order/index.ts";
import { searchShippingMethods, shippingMethodFields } from "#lib/commerce/shipping/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { toCarts } from "../carts/to-cart.ts";
import { toCategory } from "../categories/to-category.ts";
import { toCartDiscount, toDiscountCode } from "../discounts/to-discount.ts";
import { toPayments } from "../payments/to-payment.ts";
import { cartQueryFields, idsListing, paymentQueryFields } from "../query/index.ts";
import { toProductType } from "../settings/product-type.ts";
import { toShippingMethod, toZone } from "../shipping/to-shipping-method.ts";
import type { Resolvers } from "./expand.ts";

/** How to load each type of reference; carts only for callers who may see them. */
export const resolvers: Resolvers = {
  payment: async (ctx, ids) => {
    // As at /payments, only programs see them.
    if (ctx.actor.type !== "api-client") return new Map();
    const { payments } = await searchPayments(ctx, idsListing(paymentQueryFields, ids));
    return byId(await toPayments(ctx, payments));
  },
  cart: async (ctx, ids) => {
    const { carts } = await listCarts(ctx, idsListing(cartQueryFields, ids));
    return byId(await toCarts(ctx, carts));
  },
  "discount-code": async (ctx, ids) => byId((await findDiscounts(ctx, ids)).map(toDiscountCode)),
  "cart-discount": async (ctx, ids) => byId((await findDiscounts(ctx, ids)).map(toCartDiscount)),
  "product-type": async (ctx) => byId([toProductType(await listOptionNames(ctx))]),
  category: async (ctx, ids) => {
    const { categories } = await searchCategories(ctx, idsListing(categoryFields, ids));
    return byId(categories.map(toCategory));
  },
  "shipping-method": async (ctx, ids) =>
    byId((await methodsOf(ctx, ids)).map((method) => toShippingMethod(method))),
  zone: async (ctx, ids) => byId((await methodsOf(ctx, ids)).map(toZone)),
};

async function methodsOf(ctx: Context, ids: readonly string[]) {
  return (await searchShippingMethods(ctx, idsListing(shippingMethodFields, ids))).methods;
}

function byId<T extends { id: string }>(resources: readonly T[]): Map<string, T> {
  return new Map(resources.map((resource) => [resource.id, resource]));
}
