"use server";

import { redirect } from "next/navigation";
import { claims } from "#lib/guest-checkout/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { emptyForm } from "#lib/storefront/account/schemas.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";

/** Mails the link that leads to the list of earlier orders. */
export const mailClaimLink = accountForm(emptyForm, async () => {
  requireGuests();
  await perform(claims.request, await requireAccount("/account/orders"), {});
  redirect("/account/orders?status=claimMailed");
});
