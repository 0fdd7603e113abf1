"use server";

import { redirect } from "next/navigation";
import { orders } from "#lib/commerce/order/index.ts";
import { returnPath } from "#lib/platform/return-path.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { signInPath } from "#lib/storefront/account/entry-paths.ts";
import { codeOf, Refused } from "#lib/storefront/account/refused.ts";
import { keepOrderForm } from "#lib/storefront/account/schemas.ts";
import { account } from "#lib/storefront/account/verbs.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";

const blame = { PASSWORD_TOO_SHORT: "password", PASSWORD_TOO_LONG: "password" };

/** Creates an account with the address of this browser's guest order, and moves the order to it. */
export const keepOrder = accountForm(
  keepOrderForm,
  async ({ orderId, password, next }) => {
    const ctx = await currentContext();
    const { email, contactName } = await perform(orders.get, ctx, { id: orderId });
    if (email === null) redirect("/sign-up");
    try {
      await perform(account.signUp, ctx, { name: contactName ?? "", email, password });
    } catch (error) {
      // The account exists now, so the rest is done by signing in.
      const status = statusAfter(error);
      if (!status) throw error;
      redirect(`${signInPath(returnPath(next) ?? "/account/orders")}&status=${status}`);
    }
    redirect(`/account/orders/${orderId}?status=kept`);
  },
  blame,
);

function statusAfter(error: unknown): string | null {
  if (error instanceof Refused) return error.reason === "guest_not_linked_new" ? "notLinked" : null;
  return codeOf(error)?.startsWith("USER_ALREADY_EXISTS") ? "taken" : null;
}
