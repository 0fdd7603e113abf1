"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { cancellations } from "#lib/guest-checkout/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";

const linkForm = z.object({ token: z.string().min(1).max(200) });

/** Mails the link that cancels the order. */
export const mailCancellation = accountForm(linkForm, async (link) => {
  requireGuests();
  await perform(cancellations.mailLink, await currentContext(), link);
  redirect(`/order-status/${encodeURIComponent(link.token)}/cancel?status=linkMailed`);
});
