import type { Address } from "#lib/platform/address.ts";
import type { Actor } from "#lib/platform/context.ts";

type Addresses = { shippingAddress: Address; billingAddress?: Address | null | undefined };

/** The payer's name: a guest's is from the billing address, a customer's from the account. */
export function payerOf(
  { shippingAddress, billingAddress }: Addresses,
  actor: Actor,
): { contactName?: string } {
  if (actor.type === "customer") return {};
  const { firstName, lastName } = billingAddress ?? shippingAddress;
  return { contactName: [firstName, lastName].filter(Boolean).join(" ") };
}
