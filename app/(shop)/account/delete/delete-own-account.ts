"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { auth } from "#lib/accounts/auth/index.ts";
import { deleteAccount } from "#lib/commerce/privacy/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { deleteAccountForm } from "#lib/storefront/account/schemas.ts";
import { forgetCart } from "#lib/storefront/cart-cookie.ts";

/** Deletes the account for good, once its password was right. Wrong tries count like those at the sign-in. */
export const deleteOwnAccount = accountForm(
  [acts.useCredentials],
  deleteAccountForm,
  async (body) => {
    const ctx = await requireAccount("/account/delete");
    await auth.api.verifyPassword({ body, headers: await headers() });
    await deleteAccount(ctx);
    // The session went with the account; what is left is to tidy up this browser.
    await auth.api.signOut({ headers: await headers() });
    await forgetCart();
    redirect("/sign-in?status=deleted");
  },
  { INVALID_PASSWORD: "password" },
);
