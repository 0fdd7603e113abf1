"use server";

import { prolongSession } from "#lib/storefront/prolong-session.ts";

/** Keeps the visitor's session and cart for another month. */
export async function stay(): Promise<void> {
  await prolongSession();
}
