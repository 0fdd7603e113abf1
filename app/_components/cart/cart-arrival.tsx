import type { Cart } from "#lib/commerce/cart/index.ts";
import { shipping } from "#lib/commerce/shipping/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { Arrival } from "../arrival.tsx";
import { CatalogueText } from "../catalogue/catalogue-text.tsx";
import { Icon } from "../icon.tsx";

/** When the cart would arrive if it were ordered now, by the chosen method or else the first one. */
export async function CartArrival({ cart }: { cart: Cart }) {
  const offers = await perform(shipping.listOffers, await currentContext(), cart);
  const first = offers.find(({ countries }) => countries.length === 0 || countries.includes(cart.country));
  const method = cart.shippingMethod ?? first;
  if (!method) return null;
  return (
    <p className="mt-4 flex gap-x-2 text-[0.9375rem] text-ink-soft">
      <Icon name="truck" className="mt-0.5 size-5" />
      <span>
        <CatalogueText>{method.name}</CatalogueText>
        {" · "}
        <Arrival method={method} country={cart.country} />
      </span>
    </p>
  );
}
