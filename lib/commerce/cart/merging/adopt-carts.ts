import { now } from "#lib/platform/clock.ts";
import { type Context, inTransaction, type TransactionContext } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { isAlive } from "../alive.ts";
import type { Cart } from "../cart.ts";
import { type CartName, getCart } from "../get-cart.ts";
import { loadCart } from "../queries.ts";
import { saveUnseen } from "../save-cart.ts";
import { canMerge, mergeCarts } from "./merge-carts.ts";
import { transferCarts } from "./transfer-carts.ts";

/**
 * What happens to a guest's cart if the account has one: "merge" puts its lines into that one, "keep" makes it the
 * account's latest cart, next to the other.
 */
export type CartMode = "merge" | "keep";

type Owner = { userId: string };

type Adoption = { fromUserId: string; owner: Owner; mode: CartMode; cartId: string | null };

/**
 * Transfers all carts of a guest to an account, inside the conversion's transaction. The guest's latest active cart, or
 * the named one, is merged into the account's latest. It stays a separate cart if the account has none, if the
 * currencies differ, or in mode "keep".
 */
export async function adoptCarts(ctx: TransactionContext, adoption: Adoption): Promise<void> {
  const { fromUserId, owner, mode, cartId } = adoption;
  await lockCarts(ctx, [fromUserId, owner.userId]);
  const from = await latestActive(ctx, fromUserId, cartId);
  const into = await latestActive(ctx, owner.userId);
  await transferCarts(ctx, {
    which: Prisma.sql`user_id = ${fromUserId}::uuid`,
    to: takenOverBy(owner),
  });
  // The named cart becomes the current one, even if others changed later.
  const isChosen = cartId !== null && !into;
  if (from) await settle(ctx, { from, into, owner, mode: isChosen ? "keep" : mode });
}

type OneCart = {
  cart: CartName;
  owner: Owner;
  mode: CartMode;
  /** Whether the guest's other active carts are transferred too, unmerged. */
  others?: boolean;
};

/**
 * Transfers one cart of a guest, or without an owner, to an account, by the same rules.
 * @throws not_found, bad_request for another account's cart, or one that is ordered or merged
 */
export function adoptCart(ctx: Context, { cart: name, owner, mode, others }: OneCart): Promise<void> {
  return inTransaction(ctx, async (inside) => {
    const { id, userId } = await getCart(inside, name);
    const guestId = others ? userId : null;
    const handed = Prisma.sql`(id = ${id}::uuid or (user_id = ${guestId}::uuid and status = 'active'))`;
    await inside.tx.$queryRaw`
      select 1 from cart where ${handed} or (user_id = ${owner.userId}::uuid and status = 'active')
      order by id for update`;
    const from = await getCart(inside, { id });
    if (from.userId === owner.userId) return;
    if (from.status !== "active") throw new DomainError("bad_request", `The cart is ${from.status}.`);
    if (from.userId !== null) await refuseAccount(inside, from.userId);
    const into = await latestActive(inside, owner.userId);
    await transferCarts(inside, {
      which: handed,
      to: takenOverBy(owner),
    });
    // As above, the named cart becomes the current one.
    await settle(inside, { from, into, owner, mode: others && !into ? "keep" : mode });
  });
}

/**
 * The columns of carts that an account takes over. Each counts as changed now, one after the other in their former order,
 * so that the latest stays the latest. What has expired does not come back.
 */
function takenOverBy({ userId }: Owner): Prisma.Sql {
  return Prisma.sql`
    user_id = ${userId}::uuid,
    updated_at = case when ${isAlive()}
      then ${now()}::timestamptz - place * interval '1 millisecond' else updated_at end`;
}

type Meeting = { from: Cart; into: Cart | null; owner: Owner; mode: CartMode };

async function settle(ctx: TransactionContext, { from, into, owner, mode }: Meeting) {
  if (mode === "merge" && into && canMerge({ into, from })) {
    await mergeCarts(ctx, { into, from, owner, save: saveUnseen });
  } else if (mode === "keep") {
    await ctx.tx.cart.updateMany({ where: { id: from.id }, data: { updatedAt: now() } });
  }
}

/** Locks the active carts of these users against changes and orders until the transaction ends. */
export async function lockCarts({ tx }: TransactionContext, userIds: string[]): Promise<void> {
  await tx.$queryRaw`
    select 1 from cart where user_id = any (${userIds}::uuid[]) and status = 'active' order by id for update`;
}

function latestActive(ctx: Context, userId: string, cartId: string | null = null): Promise<Cart | null> {
  // A cart that a merchant prepared is only used if it is named.
  const named =
    cartId === null ? Prisma.sql`and c.origin = 'customer'` : Prisma.sql`and c.id = ${cartId}::uuid`;
  return loadCart(
    ctx,
    Prisma.sql`where c.user_id = ${userId}::uuid and c.status = 'active' and ${isAlive()} ${named} order by c.updated_at desc`,
  );
}

async function refuseAccount({ tx }: TransactionContext, userId: string): Promise<void> {
  const accounts = await tx.user.count({ where: { id: userId, isAnonymous: false } });
  if (accounts > 0) throw new DomainError("bad_request", "The cart belongs to another customer.");
}
