import { addresses, type CustomerAddress } from "#lib/commerce/customer/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { id } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { requireAccount } from "./require-account.ts";

/** An entry of the account's address book; null if it does not exist or is somebody else's. */
export async function ownAddress(params: { id: string }): Promise<CustomerAddress | null> {
  if (!id.safeParse(params.id).success) return null;
  const ctx = await requireAccount(`/account/addresses/${params.id}`);
  try {
    return await perform(addresses.get, ctx, params);
  } catch (error) {
    if (isDomainError(error, "not_found")) return null;
    throw error;
  }
}
