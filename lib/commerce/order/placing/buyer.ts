import * as z from "zod";
import type { Purchase } from "./compose-order.ts";

/** Whom to tell if the money of an attempt goes back, stored with it: its cart may be gone by then. */
export const buyerSchema = z.object({
  name: z.string().nullable(),
  address: z.string(),
  locale: z.string().nullable(),
  isGuest: z.boolean(),
});
export type Buyer = z.output<typeof buyerSchema>;

/** The buyer as known when the attempt begins; null without an address. */
export function buyerOf({ cart, shopper }: Pick<Purchase, "cart" | "shopper">): Buyer | null {
  const account = shopper.type === "customer" ? shopper : null;
  const address = cart.email ?? account?.email ?? null;
  if (address === null) return null;
  const name = cart.contactName ?? account?.name ?? null;
  return { name, address, locale: cart.locale, isGuest: account === null };
}
