import type { Cart } from "#lib/commerce/cart/index.ts";
import type { Actor } from "#lib/platform/context.ts";

/** What the frame around every page shows about its visitor. */
export type Frame = {
  /** The number of items in the cart. */
  items: number;
  isCustomer: boolean;
};

/** The frame for a visitor with this cart. */
export function frameOf(cart: Cart | null, actor: Actor): Frame {
  return {
    items: cart?.lines.reduce((sum, line) => sum + line.quantity, 0) ?? 0,
    isCustomer: actor.type === "customer",
  };
}
