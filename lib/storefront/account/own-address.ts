import { cache } from "react";
import { addresses, type CustomerAddress } from "#lib/commerce/customer/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { id } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { requireAccount } from "./require-account.ts";

/** An entry of the account's address book; null if it does not exist or is somebody else's. */
export const ownAddress = cache(async (entry: string): Promise<CustomerAddress | null> => {
  if (!id.safeParse(entry).success) return null;
  const ctx = await requireAccount(`/account/addresses/${entry}`);
  try {
    return await perform(addresses.get, ctx, { id: entry });
  } catch (error) {
    if (isDomainError(error, "not_found")) return null;
    throw error;
  }
});
