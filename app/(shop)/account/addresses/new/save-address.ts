"use server";

import { redirect } from "next/navigation";
import { addAddress } from "#lib/commerce/customer/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { addressAction } from "#lib/storefront/account/address-action.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { addressForm } from "#lib/storefront/account/schemas.ts";

/** Adds an entry to the address book. */
export const saveAddress = addressAction(
  [acts.changeAddressBook],
  addressForm,
  async ({ intent: _, ...address }) => {
    await addAddress(await requireAccount("/account/addresses/new"), address);
    redirect("/account/addresses?status=addressAdded");
  },
);
