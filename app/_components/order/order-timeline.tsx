import { useTranslations } from "next-intl";
import type { Order } from "#lib/commerce/order/index.ts";
import type { Clock } from "#lib/platform/i18n/days.ts";
import { Day } from "./day.tsx";

/** The order's history, latest first. */
export function OrderTimeline({ events, clock }: { events: Order["events"]; clock: Clock }) {
  const t = useTranslations("shop.order");
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t("timeline")}</h2>
      <ol className="mt-4 space-y-4 border-s-2 border-sand ps-5">
        {events.toReversed().map(({ type, at, note }) => (
          <li key={type + at} className="relative">
            <span
              aria-hidden="true"
              className="absolute top-2 -start-[1.6rem] size-2.5 rounded-full bg-marsh"
            />
            <p className="font-medium">{t.has(`events.${type}`) ? t(`events.${type}`) : t("events.other")}</p>
            <p className="text-[0.9375rem] text-ink-soft">
              <Day at={at} clock={clock} time />
              {note && (
                <span className="block">
                  <bdi>{note}</bdi>
                </span>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
