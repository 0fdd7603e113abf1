import { redirect } from "next/navigation";
import { firstStepPath } from "#lib/storefront/checkout-steps.ts";

/** Redirects to the first step. */
export default function CheckoutPage(): never {
  redirect(firstStepPath());
}
