import { notFound } from "next/navigation";
import { takesGuests } from "#lib/commerce/notifications/index.ts";

/** Lets a page for guests exist only while the shop takes them. */
export function requireGuests(): void {
  if (!takesGuests()) notFound();
}
