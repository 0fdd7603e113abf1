"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { cancellations } from "#lib/guest-checkout/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";

const part = z.string().min(1).max(200);

/** Cancels the order by the mailed link. */
export const cancelGuestOrder = accountForm(z.object({ token: part, proof: part }), async (link) => {
  requireGuests();
  const path = `/order-status/${encodeURIComponent(link.token)}`;
  try {
    await perform(cancellations.decide, await currentContext(), link);
  } catch (error) {
    // The link's page says why.
    if (isDomainError(error, "not_found", "order_not_cancellable")) {
      redirect(`${path}/cancel/${encodeURIComponent(link.proof)}`);
    }
    throw error;
  }
  redirect(`${path}?status=cancelled`);
});
