import { returnPath } from "#lib/platform/return-path.ts";
import { areAllPlacedWith, type GuestOrders } from "./guest-orders.ts";

/**
 * The orders that a sign-in moves to the account: none, some with its own address, or some with another one, which may
 * be somebody else's.
 */
export type Brought = "none" | "own" | "others";

/** What the sign-in with `email` brings, of the orders that this browser holds. */
export function broughtBy(held: GuestOrders | null, email: string): Brought {
  if (!held) return "none";
  return areAllPlacedWith(held, email) ? "own" : "others";
}

/** The page that shows orders of another address and offers to leave them, on the way to `next`. */
export function pathAfterEntry(brought: Brought, next: string | undefined, otherwise: string): string {
  const path = returnPath(next);
  if (brought !== "others") return path ?? otherwise;
  return path ? `/account/brought?${new URLSearchParams({ next: path })}` : "/account/brought";
}
