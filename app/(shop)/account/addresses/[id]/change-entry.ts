"use server";

import { redirect } from "next/navigation";
import { addresses } from "#lib/commerce/customer/index.ts";
import { id } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { addressAction } from "#lib/storefront/account/address-action.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { addressForm } from "#lib/storefront/account/schemas.ts";

const entryForm = addressForm.safeExtend({ id });

/** Changes an entry of the address book. */
export const changeEntry = addressAction(entryForm, async ({ id, intent: _, ...change }) => {
  const ctx = await requireAccount(`/account/addresses/${id}`);
  await perform(addresses.change, ctx, { id, change });
  redirect("/account/addresses?status=addressChanged");
});
