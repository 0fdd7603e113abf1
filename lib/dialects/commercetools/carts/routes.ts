import { type CartName, deleteCart, getCart, listCarts, updateCart } from "#lib/commerce/cart/index.ts";
import { type Context, inTransaction, requireShopper } from "#lib/platform/context.ts";
import { listingOf } from "#lib/platform/filter/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { mergeDraft } from "../customers/schemas.ts";
import { found, listed, sentVersion } from "../http/answers.ts";
import { type ApiCall, apiRoute, ok } from "../http/api-route.ts";
import { listParameters, versionParameters } from "../http/parameters.ts";
import type { Route } from "../http/router.ts";
import { cartQueryFields } from "../query/cart-fields.ts";
import { parseListQuery } from "../query/index.ts";
import { actsInDraft, actsInUpdate, addressInUpdate } from "./acts.ts";
import { changeFor } from "./changes.ts";
import { createFromDraft } from "./from-draft.ts";
import { mergeIntoCustomers } from "./merge.ts";
import { ownerOf } from "./owner.ts";
import { replicate } from "./replicate.ts";
import { cartDraft, cartUpdate, myCartDraft, myCartUpdate, myReplicaDraft, replicaDraft } from "./schemas.ts";
import { toCarts, toOneCart } from "./to-cart.ts";

const mine = { scopes: ["manage_my_orders"], as: "shopper" } as const;
const view = { scopes: ["view_orders"], as: "client" } as const;
const manage = { scopes: ["manage_orders"], as: "client" } as const;

/** Carts: a shopper's own below /me, and all of them for programs (sheet 3.1). */
export const cartRoutes: readonly Route[] = [
  apiRoute(
    {
      id: "ct.createMyCart",
      method: "POST",
      path: "/me/carts",
      summary: "Start a cart",
      body: myCartDraft,
      limits: [acts.changeCart],
      actsIn: actsInDraft,
      addressIn: ({ customerEmail }) => customerEmail,
      status: 201,
      ...mine,
    },
    async (call) => {
      const draft = await call.body();
      return ok(await toOneCart(call.ctx, await createFromDraft(call.ctx, ownerFrom(call), draft)));
    },
  ),
  apiRoute(
    {
      id: "ct.createCart",
      method: "POST",
      path: "/carts",
      summary: "Start a cart for a guest, a customer or nobody yet",
      body: cartDraft,
      limits: [acts.changeCart],
      actsIn: actsInDraft,
      addressIn: ({ customerEmail }) => customerEmail,
      status: 201,
      ...manage,
    },
    async (call) => {
      const draft = await call.body();
      // The guest that is made for an anonymousId comes with the cart, or not at all.
      const cart = await inTransaction(call.ctx, async (ctx) =>
        createFromDraft(ctx, await ownerOf(ctx, draft), draft),
      );
      return ok(await toOneCart(call.ctx, cart));
    },
  ),
  apiRoute(
    {
      id: "ct.replicateMyCart",
      method: "POST",
      path: "/me/carts/replicate",
      summary: "A new cart with what a cart or an order holds",
      body: myReplicaDraft,
      limits: [acts.changeCart],
      status: 201,
      ...mine,
    },
    (call) => replicate(call, ownerFrom(call)),
  ),
  apiRoute(
    {
      id: "ct.replicateCart",
      method: "POST",
      path: "/carts/replicate",
      summary: "The same for any cart or order",
      body: replicaDraft,
      limits: [acts.changeCart],
      status: 201,
      ...manage,
    },
    (call) => replicate(call),
  ),
  apiRoute(
    {
      id: "ct.listMyCarts",
      method: "GET",
      path: "/me/carts",
      summary: "The shopper's carts",
      query: listParameters,
      ...mine,
    },
    list,
  ),
  apiRoute(
    {
      id: "ct.listCarts",
      method: "GET",
      path: "/carts",
      summary: "Everybody's carts",
      query: listParameters,
      ...view,
    },
    list,
  ),
  apiRoute(
    {
      id: "ct.activeCart",
      method: "GET",
      path: "/me/active-cart",
      summary: "The cart that the shopper changed last",
      ...mine,
    },
    ({ ctx }) =>
      found({ key: "active-cart" }, async () =>
        toOneCart(ctx, await getCart(ctx, { activeOf: requireShopper(ctx).userId })),
      ),
  ),
  apiRoute(
    {
      id: "ct.customerCart",
      method: "GET",
      path: "/carts/customer-id={customerId}",
      summary: "The cart that a customer changed last",
      ...view,
    },
    ({ ctx, params: { customerId = "" } }) =>
      found({ id: customerId }, async () => toOneCart(ctx, await getCart(ctx, { activeOf: customerId }))),
  ),
  apiRoute(
    {
      id: "ct.mergeCart",
      method: "POST",
      path: "/carts/customer-id={customerId}/merge",
      summary: "A guest's cart into a customer's",
      body: mergeDraft,
      limits: [acts.changeCart],
      ...manage,
    },
    mergeIntoCustomers,
  ),
  ...oneCart("/me/carts", mine, mine, myCartUpdate),
  ...oneCart("/carts", view, manage, cartUpdate),
];

type Access = typeof mine | typeof view | typeof manage;

/** Reading, changing and deleting one cart, named by key or id. */
function oneCart(
  base: "/me/carts" | "/carts",
  reading: Access,
  writing: Access,
  update: typeof myCartUpdate | typeof cartUpdate,
): Route[] {
  const routes = (name: "key" | "id", path: string) => {
    const cartName = ({ params }: ApiCall): { key: string } | { id: string } =>
      name === "key" ? { key: params.key ?? "" } : { id: params.id ?? "" };
    const answer = (call: ApiCall, look: (cart: CartName) => ReturnType<typeof getCart>) =>
      found(cartName(call), async () => toOneCart(call.ctx, await look(cartName(call))));
    const by = name === "key" ? " by its key" : "";
    const id = `ct${base.replace("/", ".").replace("/", "-")}.${name}`;
    return [
      apiRoute({ id: `${id}.get`, method: "GET", path, summary: `A cart${by}`, ...reading }, (call) =>
        answer(call, (cart) => getCart(call.ctx, cart)),
      ),
      apiRoute(
        {
          id: `${id}.update`,
          method: "POST",
          path,
          summary: `Change a cart${by}`,
          body: update,
          limits: [acts.changeCart],
          actsIn: actsInUpdate,
          addressIn: addressInUpdate,
          ...writing,
        },
        async (call) => {
          const { version, actions } = await call.body();
          const changes = actions.map(changeFor);
          return answer(call, (cart) => {
            const apply = (ctx: Context) => updateCart(ctx, { cart, version, changes });
            // The guest that setAnonymousId makes comes with the change, or not at all.
            const makesGuest = actions.some(({ action }) => action === "setAnonymousId");
            return makesGuest ? inTransaction(call.ctx, apply) : apply(call.ctx);
          });
        },
      ),
      apiRoute(
        {
          id: `${id}.delete`,
          method: "DELETE",
          path,
          summary: `Delete a cart${by}`,
          query: versionParameters,
          limits: [acts.changeCart],
          ...writing,
        },
        (call) => answer(call, (cart) => deleteCart(call.ctx, { cart, version: sentVersion(call.query) })),
      ),
    ];
  };
  return [...routes("key", `${base}/key={key}`), ...routes("id", `${base}/{id}`)];
}

async function list(call: ApiCall) {
  const query = parseListQuery(call.query);
  const { carts, total } = await listCarts(call.ctx, listingOf(cartQueryFields, query));
  return listed(call, { ...query, total }, await toCarts(call.ctx, carts));
}

/** The shopper himself; whatever a draft says. */
function ownerFrom({ ctx }: ApiCall) {
  const shopper = requireShopper(ctx);
  return {
    userId: shopper.userId,
    anonymousId: shopper.type === "anonymous" ? shopper.anonymousId : null,
  };
}
