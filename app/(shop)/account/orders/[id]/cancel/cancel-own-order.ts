"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { orders } from "#lib/commerce/order/index.ts";
import { id } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";

/** Cancels an order. Succeeds if it is already cancelled. */
export const cancelOwnOrder = accountForm(z.object({ id }), async (order) => {
  const path = `/account/orders/${order.id}`;
  await perform(orders.cancel, await requireAccount(path), order);
  redirect(`${path}?status=cancelled`);
});
