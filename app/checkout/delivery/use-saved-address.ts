"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { carts, deliveryDraft } from "#lib/commerce/cart/index.ts";
import { addresses, toAddress } from "#lib/commerce/customer/index.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { id } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { requireCart } from "#lib/storefront/checkout/checkout-steps.ts";
import { deliveryTo } from "#lib/storefront/checkout/saved-address.ts";
import { writeCart } from "#lib/storefront/visitor/write-cart.ts";

/** Sends the cart to an entry of the address book, and shows it in the form. The rest of the delivery stays. */
export const useSavedAddress = accountForm(z.object({ addressId: id }), async ({ addressId }) => {
  const book = await requireAccount("/checkout/delivery");
  const entry = toAddress(await perform(addresses.get, book, { id: addressId }));
  const draft = deliveryDraft.safeParse(deliveryTo(entry, await requireCart()));
  // Programs can store an incomplete entry.
  if (!draft.success) throw new DomainError("address_required", "The entry is not a whole address");
  const { cart } = await writeCart((ctx, handle) =>
    perform(carts.draftDelivery, ctx, { cart: handle, draft: draft.data }),
  );
  redirect(`/checkout/delivery?saved=${cart.version}`);
});
