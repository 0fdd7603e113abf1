import type { Address } from "#lib/platform/address.ts";
import type { Actor } from "#lib/platform/context.ts";

type Addresses = { shippingAddress: Address; billingAddress?: Address | null | undefined };

/** A guest's name, from the address that the bill goes to. A customer's is the account's. */
export function payerOf(
  { shippingAddress, billingAddress }: Addresses,
  actor: Actor,
): { contactName?: string } {
  if (actor.type === "customer") return {};
  const { firstName, lastName } = billingAddress ?? shippingAddress;
  return { contactName: [firstName, lastName].filter(Boolean).join(" ") };
}
