import { Prisma } from "#lib/db.ts";
import type { FieldList, Scalar } from "#lib/filter/index.ts";
import { type CustomerProfile, profileMembers } from "./profile.ts";

const profileFields = Object.fromEntries(
  profileMembers.map((name) => [name, { type: "string", sql: Prisma.sql`u.profile ->> ${name}::text` }]),
) as Record<keyof CustomerProfile, Scalar>;

/** What accounts can be searched by, over `"user" u`. */
export const customerFields = {
  id: { type: "uuid", sql: Prisma.sql`u.id` },
  version: { type: "number", sql: Prisma.sql`u.version` },
  email: { type: "string", sql: Prisma.sql`u.email` },
  firstName: { type: "string", sql: Prisma.sql`u.first_name` },
  lastName: { type: "string", sql: Prisma.sql`u.last_name` },
  key: { type: "string", sql: Prisma.sql`u.key` },
  customerNumber: { type: "string", sql: Prisma.sql`u.customer_number` },
  ...profileFields,
  emailVerified: { type: "boolean", sql: Prisma.sql`u.email_verified` },
  createdAt: { type: "date", sql: Prisma.sql`u.created_at` },
  updatedAt: { type: "date", sql: Prisma.sql`u.updated_at` },
} satisfies FieldList;
