import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Cart } from "#lib/commerce/cart/index.ts";
import { isGuestCheckout, type Step, stepStates } from "#lib/storefront/checkout/checkout-steps.ts";
import { TotalStatus } from "../cart/total-status.tsx";
import { CartSummary } from "./cart-summary.tsx";
import { GivenContact } from "./given-contact.tsx";
import { GivenDelivery } from "./given-delivery.tsx";
import { Section } from "./section.tsx";

type Props = {
  step: Step;
  cart: Cart;
  /** The cart with what is chosen on this page, if that differs. */
  priced?: Cart;
  title: string;
  lead?: string;
  children: ReactNode;
};

/** The checkout with one section open, the others folded, and the cart at the side. */
export async function CheckoutFrame({ step: open, cart, priced = cart, title, lead, children }: Props) {
  const [t, checkout, guest, states] = await Promise.all([
    getTranslations("shop.totals"),
    getTranslations("shop.checkout"),
    isGuestCheckout(),
    stepStates(open, cart),
  ]);
  const given = {
    contact: <GivenContact cart={cart} />,
    delivery: <GivenDelivery cart={cart} />,
    payment: null,
  };
  return (
    <>
      <h1 className="text-[1.75rem] sm:text-[2rem]">{checkout("title")}</h1>
      {guest && <p className="mt-1 text-[0.9375rem] text-ink-soft">{checkout("guest")}</p>}
      <TotalStatus cart={priced} />
      <div className="mt-4 grid grid-cols-1 gap-12 lg:mt-6 lg:grid-cols-[minmax(0,1fr)_min(23rem,40%)] lg:gap-[min(5rem,6.25vw)]">
        <ol className="max-w-2xl divide-y divide-line border-y border-line">
          {states.map(({ step, state }, index) => (
            <Section key={step} step={step} state={state} number={index + 1} title={title}>
              {state === "open" ? (
                <>
                  {lead && <p className="mb-6 text-ink-soft">{lead}</p>}
                  {children}
                </>
              ) : (
                state === "done" && given[step]
              )}
            </Section>
          ))}
        </ol>
        <aside aria-label={t("title")} className="hidden lg:block">
          <div className="card sticky top-6 p-6">
            <h2 className="mb-5">{t("title")}</h2>
            <CartSummary cart={priced} from={open} />
          </div>
        </aside>
      </div>
    </>
  );
}
