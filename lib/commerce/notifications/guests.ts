import type { EventType } from "#lib/events/index.ts";
import { part } from "#lib/platform/part.ts";
import type { OrderMail } from "./mails/index.ts";

/** How those without an account buy, hear of their orders and find them again. */
export type Guests = {
  /** Opens a guest's order for whoever has it. The same at every call. */
  orderUrl: (orderId: string) => Promise<string>;
  /** Mails of the guests' own; of other events they get the shop's. */
  mails: Partial<Record<EventType, OrderMail>>;
};

export const guestsPart = part<Guests | null>("answer to whether it has guests");

/** Null where only accounts are told of their orders. */
export function guestsOfShop(): Guests | null {
  return guestsPart.get();
}

/** Whether the shop is for people without an account too: asks them for a contact, and mails them a link. */
export function takesGuests(): boolean {
  return guestsOfShop() !== null;
}
