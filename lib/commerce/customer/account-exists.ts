import { type Context, database } from "#lib/platform/context.ts";
import { normalizeEmail } from "#lib/platform/email-address.ts";

/** Whether an account uses this address. A hint for the checkout, never a gate. */
export async function accountExists(ctx: Context, input: { email: string }): Promise<boolean> {
  const found = await database(ctx).user.findFirst({
    where: { email: normalizeEmail(input.email), isAnonymous: { not: true } },
    select: { id: true },
  });
  return found !== null;
}
