import { listCarts } from "#lib/commerce/cart/index.ts";
import { findCategories } from "#lib/commerce/catalog/index.ts";
import { findDiscounts } from "#lib/commerce/discount/index.ts";
import { searchPayments } from "#lib/commerce/order/index.ts";
import { listingOf } from "#lib/platform/filter/index.ts";
import { toCarts } from "../carts/to-cart.ts";
import { toPayments } from "../payments/to-payment.ts";
import { cartQueryFields, paymentQueryFields } from "../query/index.ts";
import { localizedText, productTypeId } from "../wire/references.ts";
import type { Resolvers } from "./expand.ts";

/** These have no timestamps, but clients require them. */
const times = { createdAt: "1970-01-01T00:00:00.000Z", lastModifiedAt: "1970-01-01T00:00:00.000Z" };

const productType = {
  id: productTypeId,
  version: 1,
  ...times,
  key: "product",
  name: "Product",
  description: "What this shop sells",
  attributes: [],
};

/** How to load each type of reference; carts only for callers who may see them. */
export const resolvers: Resolvers = {
  payment: async (ctx, ids) => {
    // As at /payments, only programs see them.
    if (ctx.actor.type !== "api-client") return new Map();
    const listing = listingOf(paymentQueryFields, {
      filters: [{ kind: "in", field: "id", values: ids }],
      sort: [],
      limit: ids.length,
      offset: 0,
      withTotal: false,
    });
    const { payments } = await searchPayments(ctx, listing);
    return new Map((await toPayments(ctx, payments)).map((payment) => [payment.id, payment]));
  },
  cart: async (ctx, ids) => {
    const listing = listingOf(cartQueryFields, {
      filters: [{ kind: "in", field: "id", values: ids }],
      sort: [],
      limit: ids.length,
      offset: 0,
      withTotal: false,
    });
    const { carts } = await listCarts(ctx, listing);
    return new Map((await toCarts(ctx, carts)).map((cart) => [cart.id, cart]));
  },
  "discount-code": async (ctx, ids) => {
    const discounts = await findDiscounts(ctx, ids);
    return new Map(
      discounts.map(({ id, code, name }) => [
        id,
        {
          id,
          version: 1,
          ...times,
          code,
          name: localizedText(name),
          isActive: true,
          cartDiscounts: [],
          groups: [],
          references: [],
        },
      ]),
    );
  },
  "product-type": async () => new Map([[productTypeId, productType]]),
  category: async (ctx, ids) => {
    const categories = await findCategories(ctx, ids);
    return new Map(
      categories.map(({ id, slug, name, position }) => [
        id,
        {
          id,
          version: 1,
          ...times,
          key: slug,
          name: localizedText(name),
          slug: localizedText(slug),
          ancestors: [],
          orderHint: String(position),
          assets: [],
        },
      ]),
    );
  },
};
