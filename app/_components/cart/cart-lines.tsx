import { useTranslations } from "next-intl";
import { type Cart, priceCart } from "#lib/commerce/cart/index.ts";
import type { FormAction } from "#lib/storefront/form-action.ts";
import { CartLine } from "./cart-line.tsx";

type Props = { cart: Cart; changeQuantity: FormAction; removeLine: FormAction };

/** The lines of the cart. */
export function CartLines({ cart, changeQuantity, removeLine }: Props) {
  const t = useTranslations("shop.cart");
  const raw = new Map(cart.lines.map((line) => [line.id, line]));
  return (
    <ul aria-label={t("items")} className="self-start divide-y divide-line border-y border-line">
      {priceCart(cart).lines.map((line) => (
        <CartLine
          key={`${line.id}-${line.quantity}`}
          line={line}
          onSale={raw.get(line.id) ?? line}
          currency={cart.currency}
          country={cart.country}
          changeQuantity={changeQuantity}
          removeLine={removeLine}
        />
      ))}
    </ul>
  );
}
