import type { Context } from "#lib/platform/context.ts";
import type { Transaction } from "#lib/platform/db.ts";

/** Ends the links that were mailed to an account's owner, such as those to reset the password or claim orders. */
export async function endMailedLinks(
  { tx }: Context & { tx: Transaction },
  { userId }: { userId: string },
): Promise<void> {
  // A link refers to its account in its value or at the end of its identifier. better-auth's links are identified by
  // a hash.
  await tx.verification.deleteMany({
    where: { OR: [{ value: userId }, { identifier: { endsWith: `:${userId}` } }] },
  });
}
