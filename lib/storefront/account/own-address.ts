import { notFound } from "next/navigation";
import { type CustomerAddress, getAddress } from "#lib/customer/index.ts";
import { isDomainError } from "#lib/errors.ts";
import { id } from "#lib/text.ts";
import { requireAccount } from "./require-account.ts";

/** An entry of the account's address book for a page; somebody else's, or none, is not there. */
export async function ownAddress(params: { id: string }): Promise<CustomerAddress> {
  if (!id.safeParse(params.id).success) notFound();
  const ctx = await requireAccount(`/account/addresses/${params.id}`);
  try {
    return await getAddress(ctx, params);
  } catch (error) {
    if (isDomainError(error, "not_found")) notFound();
    throw error;
  }
}
