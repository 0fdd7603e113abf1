import { type Customer, getCustomer } from "#lib/commerce/customer/index.ts";
import { asNobody, type ContextOf, inTransaction } from "#lib/platform/context.ts";
import { versionConflict } from "#lib/platform/errors.ts";
import { checkPassword } from "./check-password.ts";
import { endAccess } from "./close-access.ts";
import { hashPassword } from "./open-account.ts";

type PasswordChange = { id: string; version: number; currentPassword: string; newPassword: string };

/**
 * Changes the password of an account that the caller may see, if the current one is right. Every session, token and
 * mailed link of the account ends, the caller's too. Returns the account; null if the current password is another.
 * @throws not_found, version_conflict
 */
export async function changePassword(
  ctx: ContextOf<"customer" | "api-client">,
  { id, version, currentPassword, newPassword }: PasswordChange,
): Promise<Customer | null> {
  const { email } = await atVersion(ctx, { id, version });
  const proven = await checkPassword({ email, password: currentPassword });
  if (proven?.userId !== id) return null;
  const passwordHash = await hashPassword(newPassword);
  const changed = await inTransaction(ctx, async (inside) => {
    const { tx } = inside;
    await tx.$queryRaw`select 1 from "user" where id = ${id}::uuid for no key update`;
    await atVersion(inside, { id, version });
    const { count } = await tx.account.updateMany({
      where: { userId: id, providerId: "credential", password: proven.passwordHash },
      data: { password: passwordHash },
    });
    if (count === 0) return null;
    await endAccess(inside, { userId: id });
    await tx.user.update({ where: { id }, data: { version: { increment: 1 } } });
    return getCustomer(inside, { id });
  });
  // Repeated afterwards: the old password may have been used meanwhile.
  if (changed) await endAccess(asNobody, { userId: id });
  return changed;
}

async function atVersion(
  ctx: ContextOf<"customer" | "api-client">,
  { id, version }: { id: string; version: number },
): Promise<Customer> {
  const customer = await getCustomer(ctx, { id });
  if (customer.version !== version) throw versionConflict(id, version, customer.version);
  return customer;
}
