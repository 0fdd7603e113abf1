import { type Address, placeIssue } from "#lib/platform/address.ts";
import { type ContextOf, inTransaction, type TransactionContext } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { DomainError, notFound } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";
import {
  type CustomerAddressChange,
  type CustomerAddressInput,
  entryFaults,
  normalizeEntry,
} from "./schemas.ts";

export type CustomerAddress = CustomerAddressInput & { id: string };

/** Further fields that programs set. `parts`: see Address. */
type EntryDetails = {
  parts: Address["parts"] | null;
  isShipping: boolean;
  isBilling: boolean;
  isDefaultBilling: boolean;
};

/** An entry with the fields that only programs see. */
export type FullCustomerAddress = CustomerAddress & EntryDetails;

const fields = {
  id: true,
  firstName: true,
  lastName: true,
  fullAddress: true,
  city: true,
  pincode: true,
  state: true,
  phone: true,
  country: true,
  isDefault: true,
} as const;

/** The customer's address book, default entry first. */
export function listAddresses(ctx: ContextOf<"customer">): Promise<CustomerAddress[]> {
  const { userId } = ctx.actor;
  return inTransaction(ctx, ({ tx }) =>
    tx.customerAddress.findMany({
      where: { userId },
      select: fields,
      orderBy: [{ isDefault: "desc" }, { createdAt: "desc" }],
    }),
  );
}

/** @throws not_found also for other people's entries */
export function getAddress(ctx: ContextOf<"customer">, input: { id: string }): Promise<CustomerAddress> {
  const { userId } = ctx.actor;
  return inTransaction(ctx, async ({ tx }) => {
    const found = await tx.customerAddress.findFirst({ where: { id: input.id, userId }, select: fields });
    if (!found) throw notFound("Address");
    return found;
  });
}

/** An entry as a cart's address, with its original parts. @throws not_found */
export async function getBookedAddress(ctx: ContextOf<"customer">, input: { id: string }): Promise<Address> {
  const { userId } = ctx.actor;
  return inTransaction(ctx, async ({ tx }) => {
    const found = await tx.customerAddress.findFirst({
      where: { id: input.id, userId },
      select: { ...fields, parts: true },
    });
    if (!found) throw notFound("Address");
    return toAddress({ ...found, parts: found.parts as Address["parts"] | null });
  });
}

/** Adds an entry. A new default replaces the previous one. */
export function addAddress(
  ctx: ContextOf<"customer">,
  { parts, ...input }: CustomerAddressInput & Partial<EntryDetails>,
): Promise<CustomerAddress> {
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (inside) => {
    if (input.isDefault) await clearDefault(inside, userId);
    return inside.tx.customerAddress.create({
      data: { ...input, id: newId(), userId, parts: parts ?? Prisma.DbNull },
      select: fields,
    });
  });
}

/**
 * Updates the given fields of an entry. Its original parts describe the old address, so they are cleared.
 * @throws not_found, validation_failed
 */
export function changeAddress(
  ctx: ContextOf<"customer">,
  input: { id: string; change: CustomerAddressChange },
): Promise<CustomerAddress> {
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (inside) => {
    if (input.change.isDefault) await clearDefault(inside, userId);
    const data = fitting(await getAddress(inside, input), input.change);
    const isRewritten = Object.keys(data).some((name) => name !== "isDefault");
    await inside.tx.customerAddress.updateMany({
      where: { id: input.id, userId },
      data: { ...data, ...(isRewritten && { parts: Prisma.DbNull }) },
    });
    return getAddress(inside, input);
  });
}

/**
 * Normalizes a change for the entry's country. Only the changed fields are validated, so that an entry that predates
 * the rules can still get a new phone number. @throws validation_failed
 */
function fitting(before: CustomerAddress, change: CustomerAddressChange) {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const after = { ...before, ...Object.fromEntries(given) };
  const details = entryFaults(after)
    .filter(({ field }) => change.country !== undefined || change[field] !== undefined)
    .map(({ field, fault }) => ({ path: field, message: placeIssue(fault, after.country).message }));
  if (details.length > 0)
    throw new DomainError("validation_failed", "Some fields are not valid", { details });
  const kept = Object.entries(normalizeEntry(after));
  return Object.fromEntries(kept.filter(([name]) => given.some(([changed]) => changed === name)));
}

/** @throws not_found */
export function removeAddress(ctx: ContextOf<"customer">, input: { id: string }): Promise<CustomerAddress> {
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (inside) => {
    const address = await getAddress(inside, input);
    await inside.tx.customerAddress.deleteMany({ where: { id: input.id, userId } });
    return address;
  });
}

/** Locks the customer's row, so that concurrent new defaults are serialized. */
async function clearDefault({ tx }: TransactionContext, userId: string): Promise<void> {
  await tx.$queryRaw`select 1 from "user" where id = ${userId}::uuid for no key update`;
  await tx.customerAddress.updateMany({ where: { userId, isDefault: true }, data: { isDefault: false } });
}

/** An entry as a cart's address, without empty fields. */
export function toAddress(entry: CustomerAddress & Partial<Pick<EntryDetails, "parts">>): Address {
  const { firstName, lastName, fullAddress, city, state, pincode, country, phone, parts } = entry;
  return {
    country,
    ...(firstName && { firstName }),
    ...(lastName && { lastName }),
    ...(fullAddress && { line1: fullAddress }),
    ...(city && { city }),
    ...(state && { region: state }),
    ...(pincode && { postalCode: pincode }),
    ...(phone && { phone }),
    ...(parts && { parts }),
  };
}
