import type { CartMode } from "#lib/commerce/cart/index.ts";
import { type Context, inTransaction } from "#lib/platform/context.ts";
import { part } from "#lib/platform/part.ts";

/** A guest has signed in to an account. */
export type AnonymousAccountLinked = {
  anonymousUserId: string;
  userId: string;
  /** What happens to the guest's cart; merged by default. */
  cartMode?: CartMode | undefined;
  /** The guest's cart to merge; the latest active one by default. */
  cartId?: string | undefined;
};

/** Runs in the context's transaction: if one handler fails, all are rolled back. */
export type LinkHandler = (ctx: Context, linked: AnonymousAccountLinked) => Promise<void>;

export const linkHandlers = part<readonly LinkHandler[]>("handlers of linked accounts");

/** Converts a guest to an account with every module's handler, all or nothing. */
export function linkGuest(ctx: Context, linked: AnonymousAccountLinked): Promise<void> {
  return inTransaction(ctx, async (inside) => {
    for (const handle of linkHandlers.get()) await handle(inside, linked);
  });
}
