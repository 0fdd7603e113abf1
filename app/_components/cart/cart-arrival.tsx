import type { Cart } from "#lib/commerce/cart/index.ts";
import { Arrival } from "../arrival.tsx";
import { CatalogueText } from "../catalogue/catalogue-text.tsx";
import { Icon } from "../icon.tsx";

/** When the cart would arrive by its shipping method if it were ordered now. */
export function CartArrival({ cart }: { cart: Cart }) {
  const method = cart.shippingMethod;
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
