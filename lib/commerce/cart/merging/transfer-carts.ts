import type { Prisma, Transaction } from "#lib/platform/database/db.ts";

/**
 * Changes the owner of carts: `which` carts get the columns `to`, and a new version. An open payment attempt for one of
 * them continues with that version. In `to`, "place" is the cart's place among them, 1 for the one that changed last.
 */
export async function transferCarts(
  { tx }: { tx: Transaction },
  { which, to }: { which: Prisma.Sql; to: Prisma.Sql },
): Promise<void> {
  await tx.$executeRaw`
    with handed as (
      update cart c set ${to}, begun_for = null, version = version + 1
      from (select id as placed, row_number() over (order by updated_at desc) as place from cart where ${which}) places
      where id = placed and ${which} returning paying_id, version
    )
    update payment set cart_version = handed.version from handed where payment.id = handed.paying_id`;
}
