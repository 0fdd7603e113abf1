import { Prisma } from "#lib/platform/database/db.ts";
import { normalizeEmail } from "#lib/platform/email-address.ts";
import { addressFields, type FieldList, type Scalar } from "#lib/platform/filter/index.ts";
import { type CustomerProfile, profileMembers } from "./profile.ts";

/** Of an account's profile. */
export const customerProfileFields = Object.fromEntries(
  profileMembers.map((name) => [name, { type: "string", sql: Prisma.sql`u.profile ->> ${name}::text` }]),
) as Record<keyof CustomerProfile, Scalar>;

// The SQL counterpart of toAddress.
const bookAddress = Prisma.sql`jsonb_strip_nulls(jsonb_build_object('country', a.country, 'parts', a.parts,
  'firstName', nullif(a.first_name, ''), 'lastName', nullif(a.last_name, ''), 'line1', nullif(a.full_address, ''),
  'city', nullif(a.city, ''), 'region', nullif(a.state, ''), 'postalCode', nullif(a.pincode, ''), 'phone', nullif(a.phone, '')))`;

function idOf(which: Prisma.Sql): Scalar {
  const sql = Prisma.sql`(select a.id from customer_address a where a.user_id = u.id and ${which})`;
  return { type: "uuid", sql };
}

function idsOf(which: Prisma.Sql): Scalar {
  const sql = Prisma.sql`array(select a.id::text from customer_address a where a.user_id = u.id and ${which})`;
  return { type: "strings", sql };
}

/** The filterable fields of accounts, over `"user" u`. */
export const customerFields = {
  id: { type: "uuid", sql: Prisma.sql`u.id` },
  version: { type: "number", sql: Prisma.sql`u.version` },
  email: { type: "string", sql: Prisma.sql`u.email`, asStored: normalizeEmail },
  firstName: { type: "string", sql: Prisma.sql`u.first_name` },
  lastName: { type: "string", sql: Prisma.sql`u.last_name` },
  key: { type: "string", sql: Prisma.sql`u.key` },
  customerNumber: { type: "string", sql: Prisma.sql`u.customer_number` },
  ...customerProfileFields,
  addresses: {
    type: "collection",
    rows: Prisma.sql`(select a.id, ${bookAddress} as address from customer_address a where a.user_id = u.id) book where true`,
    fields: {
      id: { type: "uuid", sql: Prisma.sql`book.id` },
      address: addressFields(Prisma.sql`book.address`),
    },
  },
  defaultAddressId: idOf(Prisma.sql`a.is_default`),
  defaultBillingAddressId: idOf(Prisma.sql`a.is_default_billing`),
  shippingAddressIds: idsOf(Prisma.sql`a.is_shipping`),
  billingAddressIds: idsOf(Prisma.sql`a.is_billing`),
  emailVerified: { type: "boolean", sql: Prisma.sql`u.email_verified` },
  createdAt: { type: "date", sql: Prisma.sql`u.created_at`, required: true },
  updatedAt: { type: "date", sql: Prisma.sql`u.updated_at`, required: true },
} satisfies FieldList;
