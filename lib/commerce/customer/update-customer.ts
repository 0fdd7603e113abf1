import { isDeepStrictEqual } from "node:util";
import { type ContextOf, inTransaction, type TransactionContext } from "#lib/platform/context.ts";
import { isUniqueViolation, type Transaction } from "#lib/platform/database/db.ts";
import { normalizeEmail } from "#lib/platform/email-address.ts";
import { alreadyTaken, versionConflict } from "#lib/platform/errors.ts";
import { type Customer, type CustomerName, getCustomer } from "./customers.ts";
import { endMailedLinks } from "./end-mailed-links.ts";
import { saveAddressBook } from "./save-address-book.ts";

/** A change of an account, as a new value. Its errors are for the caller. */
export type CustomerChange = (customer: Customer) => Customer;

type CustomerUpdate = { customer: CustomerName; version: number; changes: readonly CustomerChange[] };

/**
 * Applies changes to an account that the caller may see, at a given version: all of them, in order, or none. Together
 * they make one new version; without a difference the version stays. The number of statements does not depend on the
 * number of changes.
 * @throws not_found, version_conflict, already_taken (email, key or customerNumber), and the errors of the changes
 */
export function updateCustomer(
  ctx: ContextOf<"customer" | "api-client">,
  { customer: name, version, changes }: CustomerUpdate,
): Promise<Customer> {
  return inTransaction(ctx, async (inside) => {
    const { id } = await getCustomer(inside, name);
    // Its address book locks it as well.
    await inside.tx.$queryRaw`select 1 from "user" where id = ${id}::uuid for no key update`;
    const before = await getCustomer(inside, { id });
    if (before.version !== version) throw versionConflict(id, version, before.version);
    const after = changes.reduce((customer, change) => change(customer), before);
    if (isDeepStrictEqual(before, after)) return before;
    if (before.email !== after.email) await leaveMailbox(inside, after);
    await write(inside, before, after);
    await saveAddressBook(inside, before, after);
    return getCustomer(inside, { id });
  });
}

/**
 * The account of a new mailbox: it has to be free, and nobody has proved yet to own it. Links in the former one end.
 * @throws already_taken
 */
async function leaveMailbox(ctx: TransactionContext, { id, email }: Customer): Promise<void> {
  const { tx } = ctx;
  if ((await tx.user.count({ where: { email } })) > 0) throw alreadyTaken("email", email);
  await tx.user.update({ where: { id }, data: { emailVerified: false, ownerProvenAt: null } });
  await endMailedLinks(ctx, { userId: id });
}

async function write({ tx }: { tx: Transaction }, before: Customer, after: Customer): Promise<void> {
  const { id, email, firstName, lastName, key, customerNumber, profile } = after;
  try {
    await tx.user.update({
      where: { id },
      data: {
        ...{ email, firstName, lastName, key, customerNumber, profile },
        name: nameOf(before, after),
        version: { increment: 1 },
      },
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw takenOf(before, after);
  }
}

/** The name that the shop's own pages and mails use follows the first and last name, as at a sign-up. */
function nameOf(before: Customer, after: Customer): string {
  const { firstName, lastName, email } = after;
  const isRenamed = before.firstName !== firstName || before.lastName !== lastName;
  if (isRenamed) return [firstName, lastName].filter(Boolean).join(" ") || email;
  return before.name === before.email ? email : before.name;
}

/** Which of the unique values cannot be the customer's; one that did not change is its own already. */
function takenOf(before: Customer, after: Customer) {
  if (before.email !== after.email) return alreadyTaken("email", after.email);
  return before.key === after.key
    ? alreadyTaken("customerNumber", after.customerNumber ?? "")
    : alreadyTaken("key", after.key ?? "");
}

/** A new email address of an account, in the spelling that accounts are found by. */
export function withEmail(customer: Customer, email: string): Customer {
  return { ...customer, email: normalizeEmail(email) };
}
