import type { AnonymousAccountLinked } from "#lib/accounts/auth/index.ts";
import { lockCarts } from "#lib/commerce/cart/index.ts";
import { type Context, inTransaction } from "#lib/platform/context.ts";
import { belongings } from "./belongings.ts";

/**
 * Hands what a guest has to the account that the guest signed in to: all of it or nothing, in one transaction
 * that ends before better-auth deletes the anonymous user, by deleting it itself (seed 004, "Side effects").
 * A second call, at the same time or later, finds no guest and changes nothing. An order that is being placed
 * comes first and is taken along, or waits and finds its cart in other hands.
 */
export async function convertGuest(caller: Context, linked: AnonymousAccountLinked): Promise<void> {
  const { anonymousUserId, userId } = linked;
  await inTransaction({ ...caller, actor: { type: "none" } }, async (ctx) => {
    const { tx } = ctx;
    // The carts come before the guest, as they do when an order is placed: the two never wait for each other.
    await lockCarts(ctx, [anonymousUserId, userId]);
    const guests = await tx.$queryRaw<unknown[]>`
      select 1 from "user" where id = ${anonymousUserId}::uuid and is_anonymous for update`;
    if (guests.length === 0) return;
    const account = await tx.user.findUniqueOrThrow({
      where: { id: userId, isAnonymous: false },
      select: { email: true },
    });
    for (const move of Object.values(belongings)) {
      if (typeof move === "function") await move(ctx, { ...linked, email: account.email });
    }
    await tx.user.deleteMany({ where: { id: anonymousUserId } });
  });
}
