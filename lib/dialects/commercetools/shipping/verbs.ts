import * as z from "zod";
import { carts } from "#lib/commerce/cart/index.ts";
import { type FullShippingMethod, matchingShippingMethods } from "#lib/commerce/shipping/index.ts";
import { country } from "#lib/platform/address.ts";
import { shoppersAndPrograms, verb } from "#lib/platform/verb/index.ts";
import { invalidOperation } from "../http/refusal.ts";

export type Matching = { methods: FullShippingMethod[]; currency: string };

/** Operations on shipping methods that only this dialect has. */
export const wireShipping = {
  /** The methods for a cart that the caller may see, to its shipping address or to `country`. */
  forCart: verb(
    {
      name: "commercetools.shipping-for-cart",
      who: shoppersAndPrograms,
      takes: z.object({ cartId: z.string(), country: country.nullable() }),
      throws: ["not_found", "bad_request"],
      limits: { none: "only reads what the caller may see" },
    },
    async (ctx, { cartId, country }): Promise<Matching> => {
      const { currency, shippingAddress } = await carts.get(ctx, { id: cartId });
      const goal = country ?? shippingAddress?.country;
      if (goal === undefined) throw invalidOperation("The shipping address of the cart is not set.");
      return { methods: await matchingShippingMethods(ctx, { country: goal, currency }), currency };
    },
  ),
};
