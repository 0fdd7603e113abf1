import type { TransactionContext } from "#lib/platform/context.ts";

/** Ends the links that were mailed to an account's owner, such as those to reset the password or claim orders. */
export async function endMailedLinks(
  { tx }: TransactionContext,
  { userId }: { userId: string },
): Promise<void> {
  // A link refers to its account in its value or at the end of its identifier. better-auth's links are identified by
  // a hash.
  await tx.verification.deleteMany({
    where: { OR: [{ value: userId }, { identifier: { endsWith: `:${userId}` } }] },
  });
}
