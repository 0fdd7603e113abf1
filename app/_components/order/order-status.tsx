import { useTranslations } from "next-intl";
import { statusLeadWord, statusWord } from "#lib/storefront/order/order-words.ts";
import type { ShownOrder } from "#lib/storefront/order/shown-order.ts";
import { Icon, type IconName } from "../icon.tsx";
import { Day } from "./day.tsx";
import { ExpectedDays } from "./expected-days.tsx";

type Word = ReturnType<typeof statusWord>;

const stages: Word[] = ["confirmed", "fulfilled", "delivered"];

const icons: Record<Word, IconName> = {
  pending: "card",
  received: "box",
  confirmed: "box",
  partly: "truck",
  fulfilled: "truck",
  delivered: "check",
  cancelled: "warning",
};

type Props = Pick<ShownOrder, "order" | "clock" | "arrival" | "payBy">;

/** The order's status, as a sentence and as three stages. */
export function OrderStatus({ order, clock, arrival, payBy }: Props) {
  const t = useTranslations("shop.order");
  const isCancelled = order.status === "cancelled";
  const word = statusWord(order);
  return (
    <section aria-labelledby="status" className="card p-5 sm:p-6 print:border-0 print:p-0">
      <div className="flex flex-wrap gap-4">
        <span
          aria-hidden="true"
          className={`grid size-12 shrink-0 place-items-center rounded-full ${isCancelled ? "bg-clay-soft text-clay-ink" : "bg-sky-soft text-marsh"}`}
        >
          <Icon name={icons[word]} className="size-6" />
        </span>
        <div className="grow basis-[10rem]">
          <h2 id="status">{t(`status.${word}`)}</h2>
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
      {!isCancelled && <Stages word={word} />}
    </section>
  );
}

/** An order that was sent in part has reached half of the second stage. */
function Stages({ word }: { word: Word }) {
  const t = useTranslations("shop.order");
  const isPartly = word === "partly";
  const reached = stages.indexOf(isPartly ? "fulfilled" : word);
  return (
    <ol className="mt-6 grid grid-cols-[repeat(auto-fit,minmax(4.5rem,1fr))] gap-2">
      {stages.map((stage, index) => (
        <li key={stage} aria-current={index === reached ? "step" : undefined}>
          <span aria-hidden="true" className={`stage ${lookOf(index, reached, isPartly)}`} />
          <span
            className={`mt-2 block text-[clamp(0.8125rem,4vw,0.9375rem)] ${index <= reached ? "font-medium" : "text-ink-soft"}`}
          >
            {t(`status.${isPartly && index === reached ? word : stage}`)}
          </span>
        </li>
      ))}
    </ol>
  );
}

function lookOf(index: number, reached: number, isPartly: boolean): string {
  if (index > reached) return "";
  return isPartly && index === reached ? "stage-half" : "stage-done";
}
