import { asNobody, type Context, inTransaction } from "#lib/platform/context.ts";
import { notFound } from "#lib/platform/errors.ts";
import { type AnonymousAccountLinked, deletedAddress, lockCarts } from "./core.ts";
import { guestRows } from "./guest-rows.ts";

/**
 * Moves everything of a guest to the account that the guest signed in to, in one transaction that also deletes the
 * anonymous user before better-auth would (specification, "Side effects"). A second call, concurrent or later, finds no
 * guest and changes nothing. A concurrent order is either placed first and moved, or waits and finds that its cart has
 * a new owner. @throws not_found if the account was deleted meanwhile
 */
export async function convertGuest(caller: Context, linked: AnonymousAccountLinked): Promise<void> {
  const { anonymousUserId, userId } = linked;
  await inTransaction({ ...caller, ...asNobody }, async (ctx) => {
    const { tx } = ctx;
    // Carts are locked before the guest, as when an order is placed, so that the two cannot deadlock.
    await lockCarts(ctx, [anonymousUserId, userId]);
    const guests = await tx.$queryRaw<unknown[]>`
      select 1 from "user" where id = ${anonymousUserId}::uuid and is_anonymous for update`;
    if (guests.length === 0) return;
    // It may be deleted between a sign-in and this, and must not be from here on. Of several guests who become one
    // account at once, each sees what the one before has moved: of their uses of a coupon, one counts.
    const accounts = await tx.$queryRaw<unknown[]>`
      select 1 from "user" where id = ${userId}::uuid and not is_anonymous and email <> ${deletedAddress(userId)} for no key update`;
    if (accounts.length === 0) throw notFound("Account");
    for (const move of Object.values(guestRows)) {
      if (typeof move === "function") await move(ctx, linked);
    }
    await tx.user.deleteMany({ where: { id: anonymousUserId } });
  });
}
