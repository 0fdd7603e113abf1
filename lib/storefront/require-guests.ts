import { notFound } from "next/navigation";
import { takesGuests } from "#lib/commerce/notifications/index.ts";

/** Makes a page for guests not found if the shop has no guest checkout. */
export function requireGuests(): void {
  if (!takesGuests()) notFound();
}
