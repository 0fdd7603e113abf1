"use server";

import { country } from "#lib/platform/address.ts";
import { type AddressLayout, addressLayout } from "#lib/storefront/address-layout.ts";

/** The fields of another country's addresses; null for what is no country. Anybody may call it with anything. */
export async function loadLayout(code: unknown): Promise<AddressLayout | null> {
  const chosen = country.safeParse(code);
  return chosen.success ? addressLayout(chosen.data) : null;
}
