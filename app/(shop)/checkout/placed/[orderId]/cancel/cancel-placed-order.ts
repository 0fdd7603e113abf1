"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { orders } from "#lib/commerce/order/index.ts";
import { id } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { placedPath } from "#lib/storefront/order/placed-path.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";

/** Cancels an order of this browser's session. Succeeds if it is already cancelled. */
export const cancelPlacedOrder = accountForm(z.object({ id }), async (order) => {
  await perform(orders.cancel, await currentContext(), order);
  redirect(placedPath(order.id));
});
