import * as z from "zod";
import type { Context, ContextOf } from "#lib/platform/context.ts";
import { countRows } from "#lib/platform/database/counts.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf, rowsPlannedAnew } from "#lib/platform/database/rows.ts";
import { normalizeEmail } from "#lib/platform/email-address.ts";
import { notFound } from "#lib/platform/errors.ts";
import type { Listing } from "#lib/platform/filter/index.ts";
import { id as uuid } from "#lib/platform/text.ts";
import type { FullCustomerAddress } from "./addresses.ts";
import type { CustomerNames, CustomerProfile } from "./profile.ts";

/** An account with its address book, in order of creation. Times are ISO 8601 UTC. */
export type Customer = CustomerNames & {
  id: string;
  version: number;
  email: string;
  name: string;
  firstName: string | null;
  lastName: string | null;
  emailVerified: boolean;
  profile: CustomerProfile;
  addresses: FullCustomerAddress[];
  createdAt: string;
  updatedAt: string;
};

const customer = Prisma.sql`json_build_object(
  'id', u.id, 'version', u.version, 'email', u.email, 'name', u.name,
  'firstName', u.first_name, 'lastName', u.last_name, 'emailVerified', u.email_verified,
  'key', u.key, 'customerNumber', u.customer_number, 'profile', u.profile,
  'addresses', (select coalesce(json_agg(json_build_object(
      'id', a.id, 'firstName', a.first_name, 'lastName', a.last_name, 'fullAddress', a.full_address, 'city', a.city,
      'pincode', a.pincode, 'state', a.state, 'phone', a.phone, 'country', a.country, 'isDefault', a.is_default,
      'isShipping', a.is_shipping, 'isBilling', a.is_billing, 'isDefaultBilling', a.is_default_billing, 'parts', a.parts
    ) order by a.created_at, a.id), '[]')
    from customer_address a where a.user_id = u.id),
  'createdAt', u.created_at, 'updatedAt', u.updated_at)`;

type Viewer = "customer" | "api-client";

/** An account, by its id, by the merchant's key for it, or by its email address in any spelling. */
export type CustomerName = { id: string } | { key: string } | { email: string };

/** An account: customers see their own, programs any. @throws not_found */
export async function getCustomer(ctx: ContextOf<Viewer>, name: CustomerName): Promise<Customer> {
  if ("id" in name && !uuid.safeParse(name.id).success) throw notFound("Customer");
  const [found] = await load(ctx, Prisma.sql`where ${visible(ctx)} and ${isNamed(name)}`);
  if (!found) throw notFound("Customer");
  return found;
}

function isNamed(name: CustomerName): Prisma.Sql {
  if ("id" in name) return Prisma.sql`u.id = ${name.id}::uuid`;
  if ("key" in name) return Prisma.sql`u.key = ${name.key}`;
  return Prisma.sql`u.email = ${normalizeEmail(name.email)}`;
}

/** A page of the accounts that the caller may see. `total` counts all pages, if requested. */
export async function listCustomers(
  ctx: ContextOf<Viewer>,
  listing: Listing,
): Promise<{ customers: Customer[]; total?: number }> {
  const { where, orderBy, limit, offset } = listing;
  const which = Prisma.sql`where ${visible(ctx)} and ${where}`;
  const customers = await load(
    ctx,
    Prisma.sql`${which} order by ${orderBy} limit ${limit} offset ${offset}`,
    rowsPlannedAnew,
  );
  return listing.withTotal
    ? { customers, total: await countRows(ctx, Prisma.sql`"user" u ${which}`) }
    : { customers };
}

// A deleted account leaves an empty row that nobody can sign in to.
const living = Prisma.sql`(not u.is_anonymous and exists (select 1 from account k where k.user_id = u.id))`;

function visible(ctx: ContextOf<Viewer>): Prisma.Sql {
  if (ctx.actor.type === "api-client") return living;
  return Prisma.sql`${living} and u.id = ${ctx.actor.userId}::uuid`;
}

const row = z.object({ customer: z.custom<Customer>() });

async function load(ctx: Context, rest: Prisma.Sql, read = rowsOf): Promise<Customer[]> {
  const rows = await read(ctx, Prisma.sql`select ${customer} as customer from "user" u ${rest}`, row);
  return rows.map((row) => ({
    ...row.customer,
    createdAt: new Date(row.customer.createdAt).toISOString(),
    updatedAt: new Date(row.customer.updatedAt).toISOString(),
  }));
}
