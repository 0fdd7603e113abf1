import { type Customer, type CustomerName, getCustomer } from "#lib/commerce/customer/index.ts";
import { type ContextOf, inTransaction } from "#lib/platform/context.ts";
import { versionConflict } from "#lib/platform/errors.ts";
import { deleteAccount, lockAccount } from "./delete-account.ts";

/**
 * Deletes an account that the caller may see, at a given version, and returns it.
 * @throws not_found, version_conflict, order_in_progress
 */
export function closeAccount(
  ctx: ContextOf<"customer" | "api-client">,
  { customer: name, version }: { customer: CustomerName; version: number },
): Promise<Customer> {
  return inTransaction(ctx, async (inside) => {
    const { id } = await getCustomer(inside, name);
    await lockAccount(inside, id);
    const customer = await getCustomer(inside, { id });
    if (customer.version !== version) throw versionConflict(id, version, customer.version);
    await deleteAccount({ ...inside, actor: { type: "customer", userId: id, ...customer } });
    return customer;
  });
}
