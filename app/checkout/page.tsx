import { redirect } from "next/navigation";
import { cartForStep, nextStepPath } from "#lib/storefront/checkout/checkout-steps.ts";

/** Redirects to the first step that lacks something. */
export default async function CheckoutPage(): Promise<never> {
  redirect(await nextStepPath(await cartForStep("contact")));
}
