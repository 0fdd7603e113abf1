import { useTranslations } from "next-intl";
import type { Clock } from "#lib/platform/i18n/days.ts";
import type { ShownOrder } from "#lib/storefront/order/shown-order.ts";
import { CatalogueText } from "../catalogue/catalogue-text.tsx";
import { Icon } from "../icon.tsx";
import { Day } from "./day.tsx";

type Shipments = ShownOrder["order"]["shipments"];
type Props = { shipments: Shipments; clock: Clock };

/** The shipped parcels: where to track each and, if there are several, what is in it. */
export function OrderShipments({ shipments, clock }: Props) {
  const t = useTranslations("shop.order");
  if (shipments.length === 0) return null;
  return (
    <section aria-labelledby="shipments">
      <h2 id="shipments">{t("shipments")}</h2>
      <ul className="mt-4 space-y-3">
        {shipments.map(({ carrier, trackingNumber, trackingUrl, shippedAt, contents }) => (
          <li
            key={carrier + trackingNumber}
            className="card flex flex-wrap items-center justify-between gap-4 p-5 sm:p-6"
          >
            <Icon name="box" className="size-7 self-start text-marsh" />
            <div className="min-w-0 grow basis-[12rem]">
              <p className="font-semibold">
                <bdi>{carrier || t("parcel")}</bdi>
              </p>
              <p className="text-[0.9375rem] text-ink-soft">
                {t("trackingNumber")} <bdi className="text-ink tabular-nums">{trackingNumber}</bdi>
              </p>
              <p className="text-[0.9375rem] text-ink-soft">
                {t.rich("shippedOn", { day: () => <Day at={shippedAt} clock={clock} /> })}
              </p>
              <Contents contents={contents} />
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

function Contents({ contents }: Pick<Shipments[number], "contents">) {
  const t = useTranslations("shop.order");
  if (contents.length === 0) return null;
  return (
    <ul aria-label={t("inParcel")} className="mt-2">
      {contents.map(({ id, name, variantTitle, quantity }) => (
        <li key={id}>
          {t.rich("inParcelLine", {
            count: quantity,
            item: () => <CatalogueText>{[name, variantTitle].filter(Boolean).join(", ")}</CatalogueText>,
          })}
        </li>
      ))}
    </ul>
  );
}

/** Tracking URLs come from outside: only web URLs become links. */
function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
