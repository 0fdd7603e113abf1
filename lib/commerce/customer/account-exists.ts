import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { normalizeEmail } from "#lib/platform/email-address.ts";
import { type Reading, read } from "#lib/platform/reading.ts";

/** Whether an account uses this address. A hint for the checkout, never a gate. */
export function accountExists(ctx: Context, input: { email: string }): Promise<boolean> {
  return read(ctx, accountOf(input));
}

const exists = z.boolean();

/** How it is read whether a registered account uses this address: see Reading. */
export function accountOf(input: { email: string }): Reading<boolean> {
  const email = normalizeEmail(input.email);
  return {
    question: `account ${email}`,
    json: () => Prisma.sql`exists (select 1 from "user" a where a.email = ${email} and not a.is_anonymous)`,
    row: exists,
  };
}
