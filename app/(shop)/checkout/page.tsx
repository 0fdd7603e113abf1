import { redirect } from "next/navigation";
import { firstStepPath } from "#lib/storefront/checkout-steps.ts";

/** The checkout begins with its first step. */
export default function CheckoutPage(): never {
  redirect(firstStepPath());
}
