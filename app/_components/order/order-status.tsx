import { useTranslations } from "next-intl";
import type { Order } from "#lib/commerce/order/index.ts";
import { statusLeadWord, statusWord } from "#lib/storefront/order-words.ts";
import type { ShownOrder } from "#lib/storefront/shown-order.ts";
import { Icon, type IconName } from "../icon.tsx";
import { Day } from "./day.tsx";
import { ExpectedDays } from "./expected-days.tsx";

const stages: Order["status"][] = ["confirmed", "fulfilled", "delivered"];

const icons: Record<Order["status"], IconName> = {
  pending: "card",
  confirmed: "box",
  fulfilled: "truck",
  delivered: "check",
  cancelled: "warning",
};

type Props = Pick<ShownOrder, "order" | "clock" | "arrival" | "payBy">;

/** The order's status, as a sentence and as three stages. */
export function OrderStatus({ order, clock, arrival, payBy }: Props) {
  const t = useTranslations("shop.order");
  const isCancelled = order.status === "cancelled";
  return (
    <section aria-labelledby="status" className="card p-5 sm:p-7 print:border-0 print:p-0">
      <div className="flex gap-4">
        <span
          aria-hidden="true"
          className={`grid size-12 shrink-0 place-items-center rounded-full ${isCancelled ? "bg-clay-soft text-clay-ink" : "bg-sky-soft text-marsh"}`}
        >
          <Icon name={icons[order.status]} className="size-6" />
        </span>
        <div className="min-w-0">
          <h2 id="status">{t(`status.${statusWord(order)}`)}</h2>
          <p className="mt-1 text-lg">{t(`statusLead.${statusLeadWord(order)}`)}</p>
          {payBy && (
            <p className="mt-1 font-medium">
              {t.rich("payBy", { day: () => <Day at={payBy} clock={clock} /> })}
            </p>
          )}
          {arrival && (
            <p className="mt-1 font-medium">
              <ExpectedDays arrival={arrival} clock={clock} />
            </p>
          )}
        </div>
      </div>
      {!isCancelled && <Stages status={order.status} />}
    </section>
  );
}

function Stages({ status }: Pick<Order, "status">) {
  const t = useTranslations("shop.order");
  const reached = stages.indexOf(status);
  return (
    <ol className="mt-6 grid grid-cols-[repeat(auto-fit,minmax(5rem,1fr))] gap-2">
      {stages.map((stage, index) => (
        <li key={stage} aria-current={index === reached ? "step" : undefined}>
          <span aria-hidden="true" className={`stage ${index <= reached ? "stage-done" : ""}`} />
          <span
            className={`mt-2 block text-[0.9375rem] ${index <= reached ? "font-medium" : "text-ink-soft"}`}
          >
            {t(`status.${stage}`)}
          </span>
        </li>
      ))}
    </ol>
  );
}
