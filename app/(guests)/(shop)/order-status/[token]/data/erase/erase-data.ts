"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { erasures } from "#lib/guest-checkout/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { Refused } from "#lib/storefront/account/refused.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";

const part = z.string().min(1).max(200);
const eraseForm = z.object({ token: part, proof: part.optional() });

/** Permanently erases the guest behind the link, in the session that placed the order or by the mailed link. */
export const eraseData = accountForm(eraseForm, async (link) => {
  requireGuests();
  const data = `/order-status/${encodeURIComponent(link.token)}/data`;
  try {
    await perform(erasures.decide, await currentContext(), link);
  } catch (error) {
    if (isDomainError(error, "bad_request")) throw new Refused("in_account");
    // The link's page says why, or the session has ended meanwhile.
    if (isDomainError(error, "not_found")) {
      redirect(link.proof ? `${data}/erase/${encodeURIComponent(link.proof)}` : `${data}/erase`);
    }
    throw error;
  }
  redirect(`${data}/erased`);
});
