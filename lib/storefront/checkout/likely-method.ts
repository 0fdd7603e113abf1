import type { Cart } from "#lib/commerce/cart/index.ts";
import { shipping } from "#lib/commerce/shipping/index.ts";
import { asNobody } from "#lib/platform/context.ts";
import { processWide } from "#lib/platform/process-wide.ts";
import { perform } from "#lib/platform/verb/index.ts";

const keptMs = 5_000;

type Offers = ReturnType<typeof readOffers>;
/** By currency. */
const kept = processWide("likely-offers", () => new Map<string, { offers: Offers; until: number }>());

/**
 * The cart with the shipping method that it will have unless another is chosen: the first one to its country. Without
 * it, shoppers would not see before the delivery step what shipping costs. Unchanged if nothing is shipped there. Offers
 * may be a few seconds old, which is good enough for an estimate.
 */
export async function withLikelyMethod(cart: Cart): Promise<Cart> {
  if (cart.shippingMethod) return cart;
  const offers = await recentOffers(cart.currency);
  const first = offers.find(({ countries }) => countries.length === 0 || countries.includes(cart.country));
  return { ...cart, shippingMethod: first ?? null };
}

function recentOffers(currency: string): Offers {
  const known = kept.get(currency);
  if (known && known.until > Date.now()) return known.offers;
  const offers = readOffers(currency);
  kept.set(currency, { offers, until: Date.now() + keptMs });
  offers.catch(() => kept.delete(currency));
  return offers;
}

function readOffers(currency: string) {
  return perform(shipping.listOffers, asNobody, { currency });
}
