import { useLocale, useTranslations } from "next-intl";
import { type Cart, priceCart } from "#lib/commerce/cart/index.ts";
import { formatMoney } from "#lib/platform/money.ts";

/** Reads out the total when it changes. */
export function TotalStatus({ cart }: { cart: Cart }) {
  const t = useTranslations("shop.totals");
  const total = formatMoney(priceCart(cart).totals.total, cart.currency, useLocale());
  return (
    <p role="status" className="sr-only">
      {t("now", { total })}
    </p>
  );
}
