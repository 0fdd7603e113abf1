import type { Cart } from "#lib/commerce/cart/index.ts";
import { homeMarket } from "#lib/commerce/home-market.ts";
import { arrivalDays, shipping } from "#lib/commerce/shipping/index.ts";
import { now } from "#lib/platform/clock.ts";
import { asNobody } from "#lib/platform/context.ts";
import { perform } from "#lib/platform/verb/index.ts";

/**
 * The calendar days ("2026-11-24") between which an order placed now arrives, and the price of shipping in minor units.
 */
export type DeliveryOutlook = {
  method: string;
  country: string;
  price: number;
  currency: string;
  first: string;
  last: string;
};

/** By the first shipping method to the cart's country, or to the home country. Null if nothing is shipped there. */
export async function deliveryOutlook(
  cart: Pick<Cart, "country" | "currency"> | null,
): Promise<DeliveryOutlook | null> {
  const { country, currency } = cart ?? homeMarket;
  const offers = await perform(shipping.listOffers, asNobody, { currency });
  const offer = offers.find(({ countries }) => countries.length === 0 || countries.includes(country));
  if (!offer) return null;
  const { name: method, price } = offer;
  return { method, country, price, currency, ...arrivalDays(offer, now().toISOString(), country) };
}
