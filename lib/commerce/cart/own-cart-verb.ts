import * as z from "zod";
import type { ErrorCode } from "#lib/platform/errors.ts";
import { type Acts, acts } from "#lib/platform/limits/index.ts";
import type { Reading } from "#lib/platform/reading.ts";
import { verb, visitors } from "#lib/platform/verb/index.ts";
import type { Change } from "./cart.ts";
import { changeCart } from "./change-cart.ts";
import { ownCart } from "./resolve-cart.ts";
import { type CartHandle, cartHandle } from "./schemas.ts";

/** Errors of any change: concurrent changes, an ended session, too many carts. */
export const raced = ["payment_in_progress", "cart_changed", "session_changed", "too_many_requests"] as const;

export const own = z.object({ cart: cartHandle });

export const readsCart = ({ cart }: { cart: CartHandle }): Reading[] => [ownCart(cart)];

type ChangePolicy<S extends z.ZodType> = {
  takes: S;
  throws: readonly ErrorCode[];
  limits?: Acts;
  /** What it reads beside the cart. */
  alsoReads?(input: z.output<S>): readonly Reading[];
};

/** A verb that changes the caller's own cart, which is created with the change if there is none. */
export function change<S extends z.ZodType<{ cart: CartHandle }>>(
  name: string,
  { takes, throws, limits = [acts.changeCart], alsoReads = () => [] }: ChangePolicy<S>,
  changed: (input: z.output<S>) => Change,
) {
  return verb(
    {
      name,
      who: visitors,
      takes,
      throws: [...raced, ...throws],
      limits,
      readsFirst: (input) => [ownCart(input.cart), ...alsoReads(input)],
    },
    (ctx, input) => changeCart(ctx, input.cart, changed(input)),
  );
}
