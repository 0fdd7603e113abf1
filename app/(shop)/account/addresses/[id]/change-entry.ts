"use server";

import { redirect } from "next/navigation";
import { changeAddress } from "#lib/commerce/customer/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { id } from "#lib/platform/text.ts";
import { addressAction } from "#lib/storefront/account/address-action.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { addressForm } from "#lib/storefront/account/schemas.ts";

const entryForm = addressForm.safeExtend({ id });

/** Changes an entry of the address book. */
export const changeEntry = addressAction(
  [acts.changeAddressBook],
  entryForm,
  async ({ id, intent: _, ...change }) => {
    await changeAddress(await requireAccount(`/account/addresses/${id}`), { id, change });
    redirect("/account/addresses?status=addressChanged");
  },
);
