"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { guests } from "#lib/guest-checkout/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { Refused } from "#lib/storefront/account/refused.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";

const eraseForm = z.object({ token: z.string().min(1).max(200) });

/** Permanently erases the guest behind the link. */
export const eraseData = accountForm(eraseForm, async (link) => {
  requireGuests();
  try {
    await perform(guests.eraseData, await currentContext(), link);
  } catch (error) {
    if (isDomainError(error, "bad_request")) throw new Refused("in_account");
    throw error;
  }
  redirect(`/order-status/${encodeURIComponent(link.token)}/data/erased`);
});
