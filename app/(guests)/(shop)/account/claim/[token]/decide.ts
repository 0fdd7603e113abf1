"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { claims } from "#lib/guest-checkout/index.ts";
import { id } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";

const decision = z.enum(["mine", "notMine", "later"]);
const claimForm = z.object({ token: z.string().min(1).max(200), decisions: z.record(id, decision) });

/** Moves the orders that were claimed. If all are left for later, the link stays valid. */
export const decide = accountForm(claimForm, async ({ token, decisions }) => {
  requireGuests();
  const ctx = await requireAccount(`/account/claim/${encodeURIComponent(token)}`);
  const saidOf = (wanted: z.output<typeof decision>) =>
    Object.entries(decisions).flatMap(([orderId, said]) => (said === wanted ? [orderId] : []));
  const [mine, notMine] = [saidOf("mine"), saidOf("notMine")];
  if (mine.length + notMine.length === 0) redirect("/account/orders?status=nothingMoved");
  const moved = await perform(claims.decide, ctx, { token, mine, notMine });
  redirect(`/account/orders?status=${moved.length > 0 ? "claimed" : "decided"}`);
});
