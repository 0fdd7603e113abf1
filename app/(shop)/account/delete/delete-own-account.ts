"use server";

import { redirect } from "next/navigation";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { deleteAccountForm } from "#lib/storefront/account/schemas.ts";
import { account } from "#lib/storefront/account/verbs.ts";
import { forgetCart } from "#lib/storefront/visitor/cart-cookie.ts";
import { tryCookies } from "#lib/storefront/visitor/cookie-trial.ts";

/** Permanently deletes the account after checking its password. Wrong passwords count like those at sign-in. */
export const deleteOwnAccount = accountForm(
  deleteAccountForm,
  async (body) => {
    await perform(account.delete, await requireAccount("/account/delete"), body);
    await forgetCart();
    await tryCookies();
    redirect("/sign-in?status=deleted");
  },
  { INVALID_PASSWORD: "password" },
);
