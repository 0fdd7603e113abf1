import { type Cart, carts } from "#lib/commerce/cart/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { apiRoute, type CommercetoolsRoute, type Reply } from "../dialect.ts";
import { sentVersion } from "../http/answers.ts";
import { namedIn } from "../http/name-in.ts";
import { versionParameters } from "../http/parameters.ts";
import type { Scope } from "../oauth/scopes.ts";
import { changeFor } from "./changes.ts";
import type { cartUpdate, myCartUpdate } from "./schemas.ts";
import { toOneCart } from "./to-cart.ts";

type Access = { tag: string; scopes: readonly [Scope]; as: "shopper" | "client" };

/** A cart as a result. */
export async function cartReply(cart: Cart, { ctx }: { ctx: Context }): Promise<Reply> {
  return { body: await toOneCart(ctx, cart) };
}

/** The routes to read, change and delete a cart by key or id. */
export function oneCart(
  base: "/me/carts" | "/carts",
  reading: Access,
  writing: Access,
  update: typeof myCartUpdate | typeof cartUpdate,
): CommercetoolsRoute[] {
  const routes = (name: "key" | "id", path: string) => {
    const by = name === "key" ? " by its key" : "";
    const id = `ct${base.replace("/", ".").replace("/", "-")}.${name}`;
    return [
      apiRoute(
        { ...reading, id: `${id}.get`, method: "GET", path, summary: `A cart${by}` },
        { verb: carts.get, asks: namedIn, answers: cartReply },
      ),
      apiRoute(
        {
          ...writing,
          id: `${id}.update`,
          method: "POST",
          path,
          summary: `Change a cart${by}`,
          body: update,
        },
        {
          verb: carts.update,
          asks: (call) => ({
            cart: namedIn(call),
            version: call.body.version,
            changes: call.body.actions.map(changeFor),
          }),
          answers: cartReply,
        },
      ),
      apiRoute(
        {
          ...writing,
          id: `${id}.delete`,
          method: "DELETE",
          path,
          summary: `Delete a cart${by}`,
          query: versionParameters,
        },
        {
          verb: carts.delete,
          asks: (call) => ({ cart: namedIn(call), version: sentVersion(call.query) }),
          answers: cartReply,
        },
      ),
    ];
  };
  return [...routes("key", `${base}/key={key}`), ...routes("id", `${base}/{id}`)];
}
