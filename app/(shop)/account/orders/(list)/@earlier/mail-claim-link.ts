"use server";

import { redirect } from "next/navigation";
import { requestClaim } from "#lib/guest-checkout/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { emptyForm } from "#lib/storefront/account/schemas.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";

/** Mails the link that leads to the list of earlier orders, as seldom as any mail about an account. */
export const mailClaimLink = accountForm([acts.askForMail], emptyForm, async () => {
  requireGuests();
  const ctx = await requireAccount("/account/orders");
  await requestClaim(ctx);
  redirect("/account/orders?status=claimMailed");
});
