"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { addresses } from "#lib/commerce/customer/index.ts";
import { id } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { goneAlready } from "#lib/storefront/gone-already.ts";

/** Removes an entry of the address book. Succeeds if another tab has already removed it. */
export const removeEntry = accountForm(z.object({ id }), async (entry) => {
  const ctx = await requireAccount("/account/addresses");
  await perform(addresses.remove, ctx, entry).catch(goneAlready);
  redirect("/account/addresses?status=addressRemoved");
});
