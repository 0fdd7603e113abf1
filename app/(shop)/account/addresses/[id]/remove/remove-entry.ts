"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { removeAddress } from "#lib/commerce/customer/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { id } from "#lib/platform/text.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";

/** Removes an entry of the address book. One that another tab has removed already is removed. */
export const removeEntry = accountForm([acts.changeAddressBook], z.object({ id }), async (address) => {
  try {
    await removeAddress(await requireAccount("/account/addresses"), address);
  } catch (error) {
    if (!isDomainError(error, "not_found")) throw error;
  }
  redirect("/account/addresses?status=addressRemoved");
});
