import { useTranslations } from "next-intl";
import { type Cart, priceCart } from "#lib/commerce/cart/index.ts";
import { SubmitButton } from "../form/submit-button.tsx";
import { CartLine } from "./cart-line.tsx";

/** The lines of the cart, as a part of its form. */
export function CartLines({ cart }: { cart: Cart }) {
  const t = useTranslations("shop.cart");
  const raw = new Map(cart.lines.map((line) => [line.id, line]));
  return (
    <>
      {/* The button that Enter presses, instead of the first visible one, which lowers a quantity. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <ul aria-label={t("items")} className="divide-y divide-line border-y border-line">
        {priceCart(cart).lines.map((line) => (
          <CartLine
            key={line.id}
            line={line}
            onSale={raw.get(line.id) ?? line}
            currency={cart.currency}
            country={cart.country}
          />
        ))}
      </ul>
      <noscript>
        <SubmitButton busy={t("updating")} className="button button-quiet button-small mt-4">
          {t("update")}
        </SubmitButton>
      </noscript>
    </>
  );
}
