import { type Customer, type CustomerName, getCustomer } from "#lib/commerce/customer/index.ts";
import type { ContextOf } from "#lib/platform/context.ts";
import { versionConflict } from "#lib/platform/errors.ts";
import { deleteAccount } from "./delete-account.ts";

/**
 * Deletes an account that the caller may see, at a given version, and returns it.
 * @throws not_found, version_conflict, order_in_progress
 */
export async function closeAccount(
  ctx: ContextOf<"customer" | "api-client">,
  { customer: name, version }: { customer: CustomerName; version: number },
): Promise<Customer> {
  const customer = await getCustomer(ctx, name);
  const { id } = customer;
  if (customer.version !== version) throw versionConflict(id, version, customer.version);
  await deleteAccount({ ...ctx, actor: { type: "customer", userId: id, ...customer } });
  return customer;
}
