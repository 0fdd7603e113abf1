import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ShownOrder } from "#lib/storefront/order/shown-order.ts";
import { ItemList } from "../item-list.tsx";
import { Totals } from "../totals.tsx";
import { HowToPay } from "./how-to-pay.tsx";
import { OrderFacts } from "./order-facts.tsx";
import { OrderHelp } from "./order-help.tsx";
import { OrderShipments } from "./order-shipments.tsx";
import { OrderStatus } from "./order-status.tsx";
import { OrderTimeline } from "./order-timeline.tsx";

type Props = {
  shown: ShownOrder;
  heading: ReactNode;
  /** What can be done with the order, beside it on a wide screen. */
  children?: ReactNode;
};

/**
 * A whole order: its heading and status, its items and totals, its history and addresses. A wide screen has the items
 * at the side, a phone after the status.
 */
export function OrderView({ shown, heading, children }: Props) {
  const { order, clock, arrival, payBy, wayToPay, steps, helpAddress } = shown;
  const t = useTranslations("shop.order");
  return (
    <div className="order">
      <div className="space-y-8 lg:space-y-10 print:space-y-6">
        {heading}
        <OrderStatus order={order} clock={clock} arrival={arrival} payBy={payBy} />
        {steps && <HowToPay steps={steps} />}
        <OrderShipments shipments={order.shipments} clock={clock} />
      </div>
      <div className="order-aside space-y-6">
        <section aria-label={t("items")} className="card p-5 sm:p-6 print:mt-6 print:border-0 print:p-0">
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
        {children}
      </div>
      <div className="space-y-10 print:mt-6 print:space-y-6">
        <OrderTimeline order={order} clock={clock} arrival={arrival} payBy={payBy} />
        <OrderFacts order={order} wayToPay={wayToPay} />
        <OrderHelp address={helpAddress} number={order.number} />
      </div>
    </div>
  );
}
