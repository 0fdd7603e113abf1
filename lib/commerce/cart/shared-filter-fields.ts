import { Prisma } from "#lib/platform/database/db.ts";
import { emailAsStored } from "#lib/platform/email-address.ts";
import type { FieldList } from "#lib/platform/filter/index.ts";
import { nowhere } from "./create-cart.ts";

/** Filterable fields that carts and orders compute in the same way. `row` is their alias: "c". */
export function sharedFields(row: "c" | "o") {
  const userId = Prisma.raw(`${row}.user_id`);
  const email = Prisma.raw(`${row}.email`);
  const country = Prisma.raw(`${row}.country`);
  return {
    /** The account; null for a guest's user. */
    customerId: {
      type: "uuid",
      sql: Prisma.sql`${userId}`,
      presentIf: Prisma.sql`exists (select 1 from "user" u where u.id = ${userId} and not u.is_anonymous)`,
    },
    email: {
      type: "string",
      sql: Prisma.sql`${email}`,
      lowered: Prisma.sql`lower(${email})`,
      asStored: emailAsStored,
    },
    country: { type: "string", sql: Prisma.sql`${country}`, presentIf: Prisma.sql`${country} <> ${nowhere}` },
  } satisfies FieldList;
}
