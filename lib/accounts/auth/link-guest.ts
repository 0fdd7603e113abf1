import type { CartMode } from "#lib/commerce/cart/index.ts";
import { type Context, inTransaction } from "#lib/platform/context.ts";
import { part } from "#lib/platform/part.ts";

/** Somebody with an anonymous session has signed in to an account. */
export type AnonymousAccountLinked = {
  anonymousUserId: string;
  userId: string;
  /** What becomes of the guest's cart beside the account's; merged unless said otherwise. */
  cartMode?: CartMode | undefined;
  /** The guest's cart that this is about; the latest active one unless said otherwise. */
  cartId?: string | undefined;
};

/** Works in the transaction of the context: what a later handler cannot do, none has done. */
export type LinkHandler = (ctx: Context, linked: AnonymousAccountLinked) => Promise<void>;

export const linkHandlers = part<readonly LinkHandler[]>("handlers of linked accounts");

/** Hands what a guest has to an account, by every module's handler: all of it or nothing. */
export function linkGuest(ctx: Context, linked: AnonymousAccountLinked): Promise<void> {
  return inTransaction(ctx, async (inside) => {
    for (const handle of linkHandlers.get()) await handle(inside, linked);
  });
}
