import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cartForStep } from "#lib/storefront/checkout-steps.ts";
import { currentContext } from "#lib/storefront/current-context.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { SignInHint } from "../../../_components/account/sign-in-hint.tsx";
import { CheckoutFrame } from "../../../_components/checkout/checkout-frame.tsx";
import { StepEnd } from "../../../_components/checkout/step-end.tsx";
import { ActionForm } from "../../../_components/form/action-form.tsx";
import { ContactFields } from "./contact-fields.tsx";
import { saveContact } from "./save-contact.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.contact");
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** First step of a guest's checkout: where to send the confirmation. */
export default async function ContactPage() {
  requireGuests();
  const cart = await cartForStep("contact");
  const [{ actor }, t, checkout] = await Promise.all([
    currentContext(),
    getTranslations("shop.contact"),
    getTranslations("shop.checkout"),
  ]);
  const known = actor.type === "customer" ? actor : { email: "", name: "" };
  const defaultValue = {
    email: cart.email ?? known.email,
    name: cart.contactName ?? known.name,
    phone: cart.phone,
  };
  return (
    <CheckoutFrame step="contact" cart={cart} title={t("title")} lead={t("lead")}>
      <ActionForm
        id="contact"
        action={saveContact}
        defaultValue={defaultValue}
        problem={checkout("problem")}
        className="space-y-6"
      >
        <ContactFields />
        <SignInHint here="/checkout/contact" />
        <StepEnd
          submit={t("submit")}
          busy={t("submitting")}
          back={{ href: "/cart", words: checkout("backTo.cart") }}
        />
      </ActionForm>
    </CheckoutFrame>
  );
}
