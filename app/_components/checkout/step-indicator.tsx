import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { checkoutSteps, type Step, stepPath } from "#lib/storefront/checkout-steps.ts";

/** The current checkout step, with links to completed ones. */
export function StepIndicator({ current }: { current: Step }) {
  const t = useTranslations("shop.checkout");
  const steps = checkoutSteps();
  const at = steps.indexOf(current);
  return (
    <nav aria-label={t("steps")}>
      <ol className="flex flex-wrap items-center gap-x-1.5 text-[0.9375rem] sm:gap-x-2 sm:text-base">
        {steps.map((step, index) => (
          <li
            key={step}
            className="flex items-center gap-1.5 sm:gap-2"
            aria-current={step === current ? "step" : undefined}
          >
            {index > 0 && <span aria-hidden="true" className="h-px w-2 bg-edge xs:w-4 sm:w-10" />}
            <Mark number={index + 1} state={index < at ? "done" : index === at ? "here" : "ahead"} />
            {index < at ? (
              <Link
                href={stepPath(step)}
                className="inline-flex min-h-11 items-center font-medium hover:underline underline-offset-4"
              >
                {t(`step.${step}`)} <span className="sr-only">({t("stepDone")})</span>
              </Link>
            ) : (
              <span
                className={`inline-flex min-h-11 items-center ${index === at ? "font-semibold" : "text-ink-soft"}`}
              >
                {t(`step.${step}`)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

const looks = {
  done: "bg-sky text-ink",
  here: "bg-marsh text-on-marsh",
  ahead: "border border-edge text-ink-soft",
};

function Mark({ number, state }: { number: number; state: keyof typeof looks }) {
  const format = useFormatter();
  return (
    <span
      aria-hidden="true"
      className={`grid size-6 place-items-center sm:size-7 rounded-full text-sm font-semibold tabular-nums ${looks[state]}`}
    >
      {state === "done" ? "✓" : format.number(number)}
    </span>
  );
}
