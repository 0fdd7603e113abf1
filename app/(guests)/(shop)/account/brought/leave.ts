"use server";

import { redirect } from "next/navigation";
import { brought } from "#lib/guest-checkout/index.ts";
import { returnPath } from "#lib/platform/return-path.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { broughtForm } from "#lib/storefront/account/schemas.ts";

/** Makes the orders that came along a guest's again. */
export const leave = accountForm(broughtForm, async ({ next }) => {
  await perform(brought.leave, await requireAccount("/account/brought"), {});
  redirect(returnPath(next) ?? "/account/orders?status=left");
});
