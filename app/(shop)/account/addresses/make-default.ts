"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { addresses } from "#lib/commerce/customer/index.ts";
import { id } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";

/** Makes an entry the default. */
export const makeDefault = accountForm(z.object({ id }), async (address) => {
  const ctx = await requireAccount("/account/addresses");
  await perform(addresses.change, ctx, { ...address, change: { isDefault: true } });
  redirect("/account/addresses?status=addressDefault");
});
