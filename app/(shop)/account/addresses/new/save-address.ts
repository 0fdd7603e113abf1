"use server";

import { redirect } from "next/navigation";
import { addAddress, customerAddressInput } from "#lib/customer/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";

/** Adds an entry to the address book. */
export const saveAddress = accountForm(customerAddressInput, async (address) => {
  await addAddress(await requireAccount("/account/addresses/new"), address);
  redirect("/account/addresses?status=addressAdded");
});
