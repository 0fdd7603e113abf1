import { guestCheckout } from "#lib/guest-checkout/index.ts";
import type { Guests, LinkHandler, Module } from "#lib/module.ts";
import { env } from "#lib/platform/env.ts";

/** What is switched on. Delete a line and that module's routes, pages, mails and handlers are gone. */
export const modules: readonly Module[] = [
  guestCheckout({ linkSecret: env.GUEST_LINK_SECRET, storefrontUrl: env.STOREFRONT_URL }),
];

export function isModuleOn(id: string): boolean {
  return modules.some((module) => module.id === id);
}

export function guestsModule(): Guests | undefined {
  return modules.find((module) => module.guests)?.guests;
}

export function linkHandlers(): LinkHandler[] {
  return modules.flatMap((module) => module.before?.["anonymous_account.linked"] ?? []);
}
