import { useTranslations } from "next-intl";
import type { Order } from "#lib/commerce/order/index.ts";
import type { Clock } from "#lib/platform/i18n/days.ts";
import { Icon } from "../icon.tsx";
import { Day } from "./day.tsx";

type Props = { shipments: Order["shipments"]; clock: Clock };

/** The shipped parcels, with tracking links if available. */
export function OrderShipments({ shipments, clock }: Props) {
  const t = useTranslations("shop.order");
  if (shipments.length === 0) return null;
  return (
    <section aria-labelledby="shipments">
      <h2 id="shipments">{t("shipments")}</h2>
      <ul className="mt-4 space-y-3">
        {shipments.map(({ carrier, trackingNumber, trackingUrl, shippedAt }) => (
          <li
            key={carrier + trackingNumber}
            className="card flex flex-wrap items-center justify-between gap-4 p-5"
          >
            <Icon name="box" className="size-7 text-marsh" />
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                <bdi>{carrier || t("parcel")}</bdi>
              </p>
              <p className="text-[0.9375rem] text-ink-soft">
                {t("trackingNumber")} <bdi className="text-ink tabular-nums">{trackingNumber}</bdi>
              </p>
              <p className="text-[0.9375rem] text-ink-soft">
                {t.rich("shippedOn", { day: () => <Day at={shippedAt} clock={clock} /> })}
              </p>
            </div>
            {trackingUrl && isWebAddress(trackingUrl) && (
              <a href={trackingUrl} rel="noreferrer" className="button button-quiet button-small no-print">
                {carrier ? t("trackWith", { carrier }) : t("trackParcel")}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Tracking URLs come from outside: only web URLs become links. */
function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
