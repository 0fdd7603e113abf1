import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cartForStep } from "#lib/storefront/checkout/checkout-steps.ts";
import { withLikelyMethod } from "#lib/storefront/checkout/likely-method.ts";
import { formTitle } from "#lib/storefront/forms/form-title.ts";
import { lastOrder } from "#lib/storefront/order/last-order.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { SignInHint } from "../../../_components/account/sign-in-hint.tsx";
import { CheckoutFrame } from "../../../_components/checkout/checkout-frame.tsx";
import { StepBar } from "../../../_components/checkout/step-bar.tsx";
import { ActionForm } from "../../../_components/form/action-form.tsx";
import { EmailField } from "../../../_components/form/email-field.tsx";
import { KeepDraft } from "../../../_components/form/keep-draft.tsx";
import { Meant } from "../../../_components/form/meant.tsx";
import { draftContact } from "./draft-contact.ts";
import { saveContact } from "./save-contact.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.contact");
  return { title: await formTitle(t("title")), robots: { index: false, follow: false } };
}

/** First step of a guest's checkout: where to send the confirmation. */
export default async function ContactPage() {
  requireGuests();
  const cart = await cartForStep("contact");
  const [priced, ctx, t, checkout] = await Promise.all([
    withLikelyMethod(cart),
    currentContext(),
    getTranslations("shop.contact"),
    getTranslations("shop.checkout"),
  ]);
  const { actor } = ctx;
  const email = cart.email ?? (actor.type === "customer" ? actor.email : (await lastOrder(ctx))?.email);
  return (
    <CheckoutFrame step="contact" cart={cart} priced={priced} title={t("title")} lead={t("lead")}>
      <ActionForm
        id="contact"
        action={saveContact}
        defaultValue={{ email }}
        problem={checkout("problem")}
        className="space-y-6"
        after={<StepBar step="contact" cart={priced} submit={t("submit")} busy={t("submitting")} />}
      >
        <KeepDraft action={draftContact} of={cart.id} atPauses={false} />
        <div>
          <EmailField label={t("email")} />
          <Meant name="email" />
        </div>
        <SignInHint here="/checkout/contact" />
      </ActionForm>
    </CheckoutFrame>
  );
}
