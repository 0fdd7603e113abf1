import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatMoney } from "#lib/platform/money.ts";
import { eventWord } from "#lib/storefront/order/order-words.ts";
import type { ShownOrder } from "#lib/storefront/order/shown-order.ts";
import { stepsAhead } from "#lib/storefront/order/steps-ahead.ts";
import { Icon } from "../icon.tsx";
import { Day } from "./day.tsx";
import { ExpectedDays } from "./expected-days.tsx";

type Props = Pick<ShownOrder, "order" | "clock" | "arrival" | "payBy">;

/** What has happened to the order, and what comes next. */
export function OrderTimeline({ order, clock, arrival, payBy }: Props) {
  const t = useTranslations("shop.order");
  const locale = useLocale();
  const ahead = stepsAhead(order);
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t(ahead.length > 0 ? "timelineAhead" : "timeline")}</h2>
      <ol className="mt-5">
        {order.events.map((event) => {
          const { type, at, amount } = event;
          const word = `events.${eventWord(order, event)}`;
          return (
            <Step key={type + at} done title={t.has(word) ? t(word) : t("events.other")}>
              <Day at={at} clock={clock} time />
              {amount !== null && (
                <span className="block">{formatMoney(amount, order.currency, locale)}</span>
              )}
            </Step>
          );
        })}
        {ahead.map((step) => (
          <Step key={step} title={t(`ahead.${step}`)} prefix={t("ahead.prefix")}>
            {step === "payment" && payBy && t.rich("payBy", { day: () => <Day at={payBy} clock={clock} /> })}
            {step === "arrival" && arrival && <ExpectedDays arrival={arrival} clock={clock} />}
          </Step>
        ))}
      </ol>
    </section>
  );
}

type StepProps = {
  title: string;
  done?: boolean;
  /** Read out before a step that is still to come, which a pale dot shows otherwise. */
  prefix?: string;
  children: ReactNode;
};

function Step({ title, done = false, prefix, children }: StepProps) {
  return (
    <li className="step relative flex gap-4 pb-6 last:pb-0">
      <span aria-hidden="true" className={`step-dot ${done ? "step-done" : ""}`}>
        {done && <Icon name="check" className="size-3.5 stroke-3" />}
      </span>
      <div className={`min-w-0 ${done ? "" : "text-ink-soft"}`}>
        <p className="font-medium">
          {prefix && <span className="sr-only">{prefix} </span>}
          {title}
        </p>
        <p className="text-[0.9375rem] text-ink-soft empty:hidden">{children}</p>
      </div>
    </li>
  );
}
