"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { acts } from "#lib/limits/index.ts";
import { cancelOrder } from "#lib/order/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { id } from "#lib/text.ts";

/** Cancels an order for good. One that is cancelled already is cancelled. */
export const cancelOwnOrder = accountForm([acts.cancelOrder], z.object({ id }), async (order) => {
  const path = `/account/orders/${order.id}`;
  await cancelOrder(await requireAccount(path), order);
  redirect(`${path}?status=cancelled`);
});
