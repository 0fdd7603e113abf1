import type { Prisma, Transaction } from "#lib/platform/db.ts";

/**
 * Gives carts to somebody else: `which` carts get the columns `to`, and a new version. An open attempt to pay for one of
 * them goes on: it is for that version from now on.
 */
export async function handOn(
  { tx }: { tx: Transaction },
  { which, to }: { which: Prisma.Sql; to: Prisma.Sql },
): Promise<void> {
  await tx.$executeRaw`
    with handed as (
      update cart set ${to}, version = version + 1 where ${which} returning paying_id, version
    )
    update payment set cart_version = handed.version from handed where payment.id = handed.paying_id`;
}
