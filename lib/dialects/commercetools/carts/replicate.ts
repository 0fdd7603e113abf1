import { type Cart, carts, type ListedChange, setOwner } from "#lib/commerce/cart/index.ts";
import { orders } from "#lib/commerce/order/index.ts";
import type { ContextOf, Shopper } from "#lib/platform/context.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { missingReference } from "../http/refusal.ts";
import { toWireAddress } from "../wire/address.ts";
import { toShippingAddress } from "../wire/shipping-address.ts";
import { cartOf } from "./from-draft.ts";
import type { ReplicaDraft } from "./schemas.ts";

/**
 * A new cart with the lines and addresses of a cart or an order, at current prices. It belongs to the calling shopper;
 * for a program, to the owner of the original.
 */
export async function replicate(
  ctx: ContextOf<Shopper["type"] | "api-client">,
  { key, reference }: ReplicaDraft,
): Promise<Cart> {
  const { typeId, id } = reference;
  const original = await (typeId === "cart" ? carts.get(ctx, { id }) : orders.get(ctx, { id })).catch(
    (error) => {
      throw isDomainError(error, "not_found") ? missingReference(typeId, { id }) : error;
    },
  );
  const { currency, country, locale, email, billingAddress, lines, userId, anonymousId } = original;
  const { changes, ...cart } = cartOf({
    currency,
    country,
    locale,
    customerEmail: email,
    shippingAddress: toShippingAddress(original),
    billingAddress: billingAddress && toWireAddress(billingAddress),
    key,
    lineItems: lines.map(({ key, sku, quantity }) => ({ key, sku, quantity })),
  });
  const sameOwner: ListedChange = {
    does: (ctx, cart) => setOwner(ctx, cart, { userId, anonymousId }),
  };
  const owned = ctx.actor.type === "api-client" ? [sameOwner, ...changes] : changes;
  return carts.create(ctx, { ...cart, changes: owned });
}
