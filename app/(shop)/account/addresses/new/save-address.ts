"use server";

import { redirect } from "next/navigation";
import { addresses } from "#lib/commerce/customer/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { addressAction } from "#lib/storefront/account/address-action.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { addressForm } from "#lib/storefront/account/schemas.ts";

/** Adds an entry to the address book. */
export const saveAddress = addressAction(addressForm, async ({ intent: _, ...address }) => {
  await perform(addresses.add, await requireAccount("/account/addresses/new"), address);
  redirect("/account/addresses?status=addressAdded");
});
