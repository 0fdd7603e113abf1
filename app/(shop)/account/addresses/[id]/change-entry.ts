"use server";

import { redirect } from "next/navigation";
import { changeAddress, customerAddressInput } from "#lib/customer/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { id } from "#lib/text.ts";

/** Changes an entry of the address book. */
export const changeEntry = accountForm(customerAddressInput.safeExtend({ id }), async ({ id, ...change }) => {
  await changeAddress(await requireAccount(`/account/addresses/${id}`), { id, change });
  redirect("/account/addresses?status=addressChanged");
});
