import { useTranslations } from "next-intl";
import type { Clock } from "#lib/platform/i18n/days.ts";
import type { ShownOrder } from "#lib/storefront/order/shown-order.ts";
import { Day } from "./day.tsx";
import { OrderNumber } from "./order-number.tsx";

/** The order's number and day, at the head of a page that shows it. */
export function OrderHeading({ order, clock }: { order: ShownOrder["order"]; clock: Clock }) {
  const t = useTranslations("shop.order");
  return (
    <div>
      <h1>
        <OrderNumber number={order.number}>{t("title", { number: order.number })}</OrderNumber>
      </h1>
      <p className="mt-2 text-lg text-ink-soft">
        {t.rich("placedOn", { day: () => <Day at={order.placedAt} clock={clock} /> })}
      </p>
    </div>
  );
}
