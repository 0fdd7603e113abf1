import {
  type Cart,
  carts,
  copyLines,
  type ListedChange,
  listedCoupon,
  setOwner,
} from "#lib/commerce/cart/index.ts";
import { orders } from "#lib/commerce/order/index.ts";
import type { ContextOf, Shopper } from "#lib/platform/context.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { missingReference } from "../http/refusal.ts";
import { toWireAddress } from "../wire/address.ts";
import { toShippingAddress } from "../wire/shipping-address.ts";
import { cartOf } from "./from-draft.ts";
import type { ReplicaDraft } from "./schemas.ts";

/**
 * A new cart with the lines, addresses and codes of a cart or an order, at current prices and without what cannot be
 * bought any more. It belongs to the calling shopper; for a program, to the owner of the original.
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
  const { currency, country, locale, email, billingAddress, lines, coupons, userId, anonymousId } = original;
  const { changes, ...cart } = cartOf({
    currency,
    country,
    locale,
    customerEmail: email,
    shippingAddress: toShippingAddress(original),
    billingAddress: billingAddress && toWireAddress(billingAddress),
    key,
    ...("expiresAfterDays" in original && { deleteDaysAfterLastModification: original.expiresAfterDays }),
  });
  const sameLines: ListedChange = { does: (ctx, cart) => copyLines(ctx, cart, lines) };
  const sameOwner: ListedChange = {
    does: (ctx, cart) => setOwner(ctx, cart, { userId, anonymousId }),
  };
  const owner = ctx.actor.type === "api-client" ? [sameOwner] : [];
  return carts.create(ctx, {
    ...cart,
    changes: [...owner, ...changes, sameLines, ...coupons.map(ifItApplies)],
  });
}

/** The code of a coupon, which may not apply to the new cart. */
function ifItApplies({ code }: { code: string }): ListedChange {
  const { does } = listedCoupon({ code });
  return {
    does: async (ctx, cart) => {
      try {
        return await does(ctx, cart);
      } catch (error) {
        if (isDomainError(error, "coupon_not_applicable")) return cart;
        throw error;
      }
    },
  };
}
