import { type Cart, carts } from "#lib/commerce/cart/index.ts";
import { listingOf } from "#lib/platform/filter/index.ts";
import { mergeDraft } from "../customers/schemas.ts";
import { type ApiCall, apiRoute, type CommercetoolsRoute } from "../dialect.ts";
import { listed } from "../http/answers.ts";
import { absent } from "../http/name-in.ts";
import { listParameters } from "../http/parameters.ts";
import { cartQueryFields, parseListQuery } from "../query/index.ts";
import { cartOf } from "./from-draft.ts";
import { cartReply, oneCart } from "./one-cart.ts";
import { cartDraft, cartUpdate, myCartDraft, myCartUpdate, myReplicaDraft, replicaDraft } from "./schemas.ts";
import { toCarts } from "./to-cart.ts";
import { wireCarts } from "./verbs.ts";

const mine = { tag: "Carts", scopes: ["manage_my_orders"], as: "shopper" } as const;
const view = { tag: "Carts", scopes: ["view_orders"], as: "client" } as const;
const manage = { tag: "Carts", scopes: ["manage_orders"], as: "client" } as const;

const list = {
  verb: carts.search,
  asks: ({ query }: ApiCall) => listingOf(cartQueryFields, parseListQuery(query)),
  answers: async ({ carts, total }: { carts: Cart[]; total?: number }, call: ApiCall) =>
    listed(call, { total, results: await toCarts(call.ctx, carts) }),
};

/** Carts: a shopper's own below /me, and all of them for programs. */
export const cartRoutes: readonly CommercetoolsRoute[] = [
  apiRoute(
    {
      ...mine,
      id: "ct.createMyCart",
      method: "POST",
      path: "/me/carts",
      summary: "Create a cart",
      body: myCartDraft,
      status: 201,
    },
    { verb: carts.create, asks: ({ body }) => cartOf(body), answers: cartReply },
  ),
  apiRoute(
    {
      ...manage,
      id: "ct.createCart",
      method: "POST",
      path: "/carts",
      summary: "Create a cart for a guest, a customer, or without an owner",
      body: cartDraft,
      status: 201,
    },
    { verb: carts.create, asks: ({ body }) => cartOf(body), answers: cartReply },
  ),
  apiRoute(
    {
      ...mine,
      id: "ct.replicateMyCart",
      method: "POST",
      path: "/me/carts/replicate",
      summary: "Create a cart with the content of a cart or an order",
      body: myReplicaDraft,
      status: 201,
    },
    { verb: wireCarts.replicate, asks: ({ body }) => body, answers: cartReply },
  ),
  apiRoute(
    {
      ...manage,
      id: "ct.replicateCart",
      method: "POST",
      path: "/carts/replicate",
      summary: "The same for any cart or order",
      body: replicaDraft,
      status: 201,
    },
    { verb: wireCarts.replicate, asks: ({ body }) => body, answers: cartReply },
  ),
  apiRoute(
    {
      ...mine,
      id: "ct.listMyCarts",
      method: "GET",
      path: "/me/carts",
      summary: "The shopper's carts",
      query: listParameters,
    },
    list,
  ),
  apiRoute(
    {
      ...view,
      id: "ct.listCarts",
      method: "GET",
      path: "/carts",
      summary: "All carts",
      query: listParameters,
    },
    list,
  ),
  apiRoute(
    {
      ...mine,
      id: "ct.activeCart",
      method: "GET",
      path: "/me/active-cart",
      summary: "The cart that the shopper changed last",
    },
    {
      verb: carts.get,
      asks: ({ ctx }) => ({ activeOf: ctx.actor.userId }),
      answers: cartReply,
      fails: absent(() => ({ key: "active-cart" })),
    },
  ),
  apiRoute(
    {
      ...view,
      id: "ct.customerCart",
      method: "GET",
      path: "/carts/customer-id={customerId}",
      summary: "The cart that a customer changed last",
    },
    { verb: carts.get, asks: ({ params }) => ({ activeOf: params.customerId ?? "" }), answers: cartReply },
  ),
  apiRoute(
    {
      ...manage,
      id: "ct.mergeCart",
      method: "POST",
      path: "/carts/customer-id={customerId}/merge",
      summary: "Merge a guest's cart into a customer's",
      body: mergeDraft,
    },
    {
      verb: wireCarts.mergeIntoCustomers,
      asks: ({ params, body }) => ({ ...body, customerId: params.customerId ?? "" }),
      answers: cartReply,
    },
  ),
  ...oneCart("/me/carts", mine, mine, myCartUpdate),
  ...oneCart("/carts", view, manage, cartUpdate),
];
