import { isDeepStrictEqual } from "node:util";
import { now } from "#lib/platform/clock.ts";
import type { Transaction } from "#lib/platform/database/db.ts";
import type { FullCustomerAddress } from "./addresses.ts";
import type { Customer } from "./customers.ts";

/** Writes the difference between two states of an address book. The caller has locked the account. */
export async function saveAddressBook(
  { tx }: { tx: Transaction },
  before: Customer,
  after: Customer,
): Promise<void> {
  const known = new Map(before.addresses.map((entry) => [entry.id, entry]));
  const kept = new Set(after.addresses.map((entry) => entry.id));
  const gone = before.addresses.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  const put = after.addresses.filter((entry) => !isDeepStrictEqual(entry, known.get(entry.id)));
  if (gone.length > 0) await tx.customerAddress.deleteMany({ where: { id: { in: gone } } });
  if (put.length === 0) return;
  // There is one default of each kind at any time, so the former ones have to go first.
  await tx.customerAddress.updateMany({
    where: { id: { in: put.map(({ id }) => id) } },
    data: { isDefault: false, isDefaultBilling: false },
  });
  await putEntries(tx, after.id, put);
}

async function putEntries(tx: Transaction, userId: string, entries: readonly FullCustomerAddress[]) {
  await tx.$executeRaw`
    insert into customer_address (id, user_id, first_name, last_name, full_address, city, pincode, state, phone, country,
      is_default, is_shipping, is_billing, is_default_billing, parts, updated_at)
    select e.id, ${userId}::uuid, e."firstName", e."lastName", e."fullAddress", e.city, e.pincode, e.state, e.phone,
      e.country, e."isDefault", e."isShipping", e."isBilling", e."isDefaultBilling", e.parts, ${now()}
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e (id uuid, "firstName" text, "lastName" text,
      "fullAddress" text, city text, pincode text, state text, phone text, country text, "isDefault" boolean,
      "isShipping" boolean, "isBilling" boolean, "isDefaultBilling" boolean, parts jsonb)
    on conflict (id) do update set first_name = excluded.first_name, last_name = excluded.last_name,
      full_address = excluded.full_address, city = excluded.city, pincode = excluded.pincode, state = excluded.state,
      phone = excluded.phone, country = excluded.country, is_default = excluded.is_default,
      is_shipping = excluded.is_shipping, is_billing = excluded.is_billing,
      is_default_billing = excluded.is_default_billing, parts = excluded.parts,
      updated_at = excluded.updated_at`;
}
