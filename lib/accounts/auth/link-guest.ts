import type { AnonymousAccountLinked } from "#lib/module.ts";
import { linkHandlers } from "#lib/modules.ts";
import { type Context, inTransaction } from "#lib/platform/context.ts";

/** Hands what a guest has to an account, by every module's handler: all of it or nothing. */
export function linkGuest(ctx: Context, linked: AnonymousAccountLinked): Promise<void> {
  return inTransaction(ctx, async (inside) => {
    for (const handle of linkHandlers()) await handle(inside, linked);
  });
}
