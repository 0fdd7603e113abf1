import { isDeepStrictEqual } from "node:util";
import { type Context, whileSessionLasts } from "#lib/platform/context.ts";
import { isUniqueViolation } from "#lib/platform/database/db.ts";
import { alreadyTaken, DomainError, versionConflict } from "#lib/platform/errors.ts";
import type { Cart, Change } from "./cart.ts";
import { stopPaying } from "./checkout/stop-paying.ts";
import { type CartName, getCart } from "./get-cart.ts";
import { releaseExpiredKey } from "./release-key.ts";
import { saveCart } from "./save-cart.ts";
import { movedSinceShown } from "./shown.ts";

type CartUpdate = {
  cart: CartName;
  /** The version that the caller has read. */
  version: number;
  changes: readonly Change[];
};

/**
 * Applies changes to a cart at a given version: all of them, in order, or none. Together they make one new version;
 * without an effect the version stays.
 * @throws not_found, version_conflict, bad_request for a cart that is ordered or merged, already_taken for a key in
 * use, session_changed, payment_in_progress if it was paid for, and the errors of the changes
 */
export async function updateCart(ctx: Context, { cart, version, changes }: CartUpdate): Promise<Cart> {
  const before = await openAt(ctx, cart, version);
  let after = before;
  for (const change of changes) after = await change(ctx, after);
  if (isDeepStrictEqual(before, after) && movedSinceShown(after).length === 0) return before;
  const saved = await whileSessionLasts(() => save(ctx, before, after));
  if (saved) return saved;
  // A concurrent change: report the conflict with the current version.
  const { version: current } = await openAt(ctx, cart, version);
  throw versionConflict(before.id, version, current);
}

/**
 * An active cart at a given version, ready to be changed or ordered: an open payment attempt is closed.
 * @throws not_found, version_conflict, bad_request, payment_in_progress if it was paid for
 */
export async function openAt(ctx: Context, name: CartName, version: number): Promise<Cart> {
  const cart = await getCart(ctx, name);
  if (cart.version !== version) throw versionConflict(cart.id, version, cart.version);
  if (cart.status !== "active") {
    throw new DomainError("bad_request", `A cart that is ${cart.status} cannot be changed.`);
  }
  return stopPaying(ctx, cart);
}

async function save(ctx: Context, before: Cart, after: Cart): Promise<Cart | null> {
  try {
    if (after.key !== before.key) await releaseExpiredKey(ctx, after.key);
    return await saveCart(ctx, before, after);
  } catch (error) {
    if (isUniqueViolation(error)) throw alreadyTaken("key", after.key ?? "");
    throw error;
  }
}
