import type { EventType } from "#lib/events/index.ts";
import { part } from "#lib/platform/part.ts";
import type { OrderMail } from "./mails/index.ts";

/** How guests get mail about their orders and find them again. */
export type Guests = {
  /** A link that opens a guest's order for anybody who has it. Always the same. */
  orderUrl: (orderId: string) => Promise<string>;
  /** Mails for guests that replace the shop's own, by event. */
  mails: Partial<Record<EventType, OrderMail>>;
};

export const guestsPart = part<Guests | null>("answer to whether it has guests");

/** Null if the shop has no guests. */
export function guestsOfShop(): Guests | null {
  return guestsPart.get();
}

/** Whether the shop serves guests: asks them for a contact, and mails them a link. */
export function takesGuests(): boolean {
  return guestsOfShop() !== null;
}
