import { useTranslations } from "next-intl";
import type { Order } from "#lib/commerce/order/index.ts";
import { expectedArrival } from "#lib/storefront/arrival.ts";
import { statusLeadWord, statusWord } from "#lib/storefront/order-words.ts";
import type { ShownOrder } from "#lib/storefront/shown-order.ts";
import { CalendarDay, Day } from "./day.tsx";

const stages: Order["status"][] = ["confirmed", "fulfilled", "delivered"];

/** The order's status, as a sentence and as three stages. */
export function OrderStatus({ order, clock, payBy }: Pick<ShownOrder, "order" | "clock" | "payBy">) {
  const t = useTranslations("shop.order");
  const reached = stages.indexOf(order.status);
  const arrival = expectedArrival(order, clock);
  return (
    <section aria-labelledby="status">
      <h2 id="status">{t(`status.${statusWord(order)}`)}</h2>
      <p className="mt-2 text-lg">{t(`statusLead.${statusLeadWord(order)}`)}</p>
      {payBy && (
        <p className="mt-1 text-ink-soft">
          {t.rich("payBy", { day: () => <Day at={payBy} clock={clock} /> })}
        </p>
      )}
      {arrival && (
        <p className="mt-1 text-ink-soft">
          {t.rich(arrival.first === arrival.last ? "expectedOn" : "expected", {
            first: () => <CalendarDay day={arrival.first} clock={clock} />,
            last: () => <CalendarDay day={arrival.last} clock={clock} />,
          })}
        </p>
      )}
      {order.status !== "cancelled" && (
        <ol className="mt-6 grid grid-cols-[repeat(auto-fit,minmax(5rem,1fr))] gap-2">
          {stages.map((stage, index) => (
            <li key={stage} aria-current={index === reached ? "step" : undefined}>
              <span
                aria-hidden="true"
                className={`block h-1.5 rounded-full ${index <= reached ? "bg-marsh" : "bg-sand"}`}
              />
              <span
                className={`mt-2 block text-[0.9375rem] ${index <= reached ? "font-medium" : "text-ink-soft"}`}
              >
                {t(`status.${stage}`)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
