import { useTranslations } from "next-intl";
import type { ShownOrder } from "#lib/storefront/shown-order.ts";
import { ItemList } from "../item-list.tsx";
import { Totals } from "../totals.tsx";
import { HowToPay } from "./how-to-pay.tsx";
import { OrderFacts } from "./order-facts.tsx";
import { OrderHelp } from "./order-help.tsx";
import { OrderShipments } from "./order-shipments.tsx";
import { OrderStatus } from "./order-status.tsx";
import { OrderTimeline } from "./order-timeline.tsx";

/** A whole order: status, items, totals and addresses. The page provides the heading. */
export function OrderView({ order, clock, arrival, payBy, wayToPay, steps, helpAddress }: ShownOrder) {
  const t = useTranslations("shop.order");
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-12 xl:grid-cols-[minmax(0,1fr)_27rem] xl:gap-16 print:block">
      <div className="space-y-10 print:space-y-6">
        <OrderStatus order={order} clock={clock} arrival={arrival} payBy={payBy} />
        {steps && <HowToPay steps={steps} />}
        <OrderShipments shipments={order.shipments} clock={clock} />
        <OrderTimeline order={order} clock={clock} arrival={arrival} payBy={payBy} />
        <OrderFacts order={order} wayToPay={wayToPay} />
      </div>
      <div className="space-y-6 self-start lg:sticky lg:top-6">
        <section aria-label={t("items")} className="card p-6 print:mt-6 print:border-0 print:p-0">
          <h2 className="mb-5">{t("items")}</h2>
          <ItemList lines={order.lines} currency={order.currency} />
          <div className="my-5 border-t border-line" />
          <Totals
            totals={order.totals}
            currency={order.currency}
            taxIncluded={order.taxIncluded}
            codes={order.coupons.map(({ code }) => code)}
            shippingName={order.shippingMethod?.name ?? ""}
          />
        </section>
        <OrderHelp address={helpAddress} number={order.number} />
      </div>
    </div>
  );
}
