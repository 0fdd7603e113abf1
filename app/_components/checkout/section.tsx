import { useFormatter } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Step, type StepState, stepPath } from "#lib/storefront/checkout/checkout-steps.ts";
import { isPosted } from "#lib/storefront/forms/is-posted.ts";
import { Icon } from "../icon.tsx";
import { Link } from "../link.tsx";
import { StepHeading } from "./step-heading.tsx";

type Props = {
  step: Step;
  state: StepState;
  /** Counted from 1. */
  number: number;
  /** The heading of an open section. */
  title: string;
  children: ReactNode;
};

/** A section of the checkout: open, folded with what was given and a link to change it, or still ahead. */
export async function Section({ step, state, number, title, children }: Props) {
  const [t, posted] = await Promise.all([getTranslations("shop.checkout"), isPosted()]);
  const name = t(`step.${step}`);
  return (
    <li
      aria-current={state === "open" ? "step" : undefined}
      className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 py-5 sm:gap-x-4 sm:py-6"
    >
      <Mark number={number} state={state} />
      {state === "open" ? (
        <StepHeading autoFocus={!posted}>{title}</StepHeading>
      ) : (
        <div className="pair">
          <h2 className={`font-sans text-[1.0625rem] leading-7 font-semibold ${softIf(state === "ahead")}`}>
            {name} {state === "done" && <span className="sr-only">({t("stepDone")})</span>}
          </h2>
          {state === "done" && (
            <Link
              href={stepPath(step)}
              aria-label={t(`changeStep.${step}`)}
              className="link no-print inline-flex min-h-7 items-center"
            >
              {t("change")}
            </Link>
          )}
        </div>
      )}
      <div className={`${place[state]} empty:hidden`}>{children}</div>
    </li>
  );
}

/** On a phone an open section takes the whole width. */
const place = {
  open: "col-span-2 mt-5 sm:col-span-1 sm:col-start-2",
  done: "col-start-2",
  ahead: "col-start-2",
};

/** A transparent border shows where the reader's own colours replace the background. */
const looks = {
  done: "border-transparent bg-sky text-ink",
  open: "border-transparent bg-marsh text-on-marsh",
  ahead: "border-edge text-ink-soft",
};

function softIf(soft: boolean): string {
  return soft ? "text-ink-soft" : "";
}

function Mark({ number, state }: { number: number; state: StepState }) {
  const format = useFormatter();
  return (
    <span
      aria-hidden="true"
      className={`grid size-[2em] place-items-center rounded-full border text-sm font-semibold tabular-nums ${looks[state]}`}
    >
      {state === "done" ? <Icon name="check" className="size-4" /> : format.number(number)}
    </span>
  );
}
