import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "#lib/platform/money.ts";

type Props = {
  totals: { subtotal: number; discount: number; shipping: number; tax: number; total: number };
  currency: string;
  taxIncluded: boolean;
  /** Codes that apply. */
  codes: string[];
  /** The shipping method; null if none is known yet, empty if there is none. */
  shippingName: string | null;
  /** Whether the amounts may still change with the address. */
  isEstimate?: boolean;
};

/** The totals of a cart or an order. */
export function Totals({ totals, currency, taxIncluded, codes, shippingName, isEstimate = false }: Props) {
  const t = useTranslations("shop.totals");
  const locale = useLocale();
  const money = (amount: number) => formatMoney(amount, currency, locale);
  const open = shippingName === null;
  return (
    <dl className="space-y-2 tabular-nums">
      <Row name={t("subtotal")} amount={money(totals.subtotal)} />
      {totals.discount > 0 && (
        <Row
          name={codes.length > 0 ? t("discountWith", { codes: codes.join(", ") }) : t("discount")}
          amount={money(-totals.discount)}
        />
      )}
      {shippingName !== "" && (
        <Row
          name={open ? t("shipping") : t("shippingBy", { name: shippingName })}
          amount={open ? t("shippingLater") : totals.shipping === 0 ? t("free") : money(totals.shipping)}
          soft={open}
        />
      )}
      {!taxIncluded && <Row name={isEstimate ? t("taxEstimate") : t("tax")} amount={money(totals.tax)} />}
      <div className="pair border-t border-line pt-3 text-lg font-semibold">
        <dt>{isEstimate ? t("estimate") : t("total")}</dt>
        <dd className="text-xl">{money(totals.total)}</dd>
      </div>
      {taxIncluded && totals.tax > 0 && (
        <div className="text-[0.9375rem] text-ink-soft">
          <dt className="sr-only">{t("tax")}</dt>
          <dd>{t("taxIncluded", { amount: money(totals.tax) })}</dd>
        </div>
      )}
    </dl>
  );
}

function Row({ name, amount, soft }: { name: string; amount: string; soft?: boolean }) {
  return (
    <div className="pair">
      <dt>{name}</dt>
      <dd className={soft ? "text-ink-soft" : ""}>{amount}</dd>
    </div>
  );
}
