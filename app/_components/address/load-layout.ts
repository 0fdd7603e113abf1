"use server";

import { country } from "#lib/platform/address.ts";
import { type AddressLayout, addressLayout } from "#lib/storefront/forms/address-layout.ts";

/** The fields of a country's addresses; null for an unknown country. Clients may call it with any value. */
export async function loadLayout(code: unknown): Promise<AddressLayout | null> {
  const chosen = country.safeParse(code);
  return chosen.success ? addressLayout(chosen.data) : null;
}
