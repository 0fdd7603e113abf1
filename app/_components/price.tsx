import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "#lib/platform/money.ts";

type Props = { amount: number; was?: number | null | undefined; currency: string; from?: boolean };

/** A price; a reduced one with the earlier price struck through, and both labelled for screen readers. */
export function Price({ amount, was, currency, from }: Props) {
  const locale = useLocale();
  const t = useTranslations("shop.product");
  const now = formatMoney(amount, currency, locale);
  if (was == null || was <= amount)
    return <span className="tabular-nums">{from ? t("from", { price: now }) : now}</span>;
  const before = formatMoney(was, currency, locale);
  return (
    <span className="tabular-nums">
      <span className="sr-only">{t("now", { price: now })} </span>
      <span aria-hidden="true" className="font-medium text-clay-ink">
        {now}
      </span>{" "}
      <span className="sr-only">{t("was", { price: before })}</span>
      <s aria-hidden="true" className="text-ink-soft">
        {before}
      </s>
    </span>
  );
}
