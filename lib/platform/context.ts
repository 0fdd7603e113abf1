import {
  type Database,
  db,
  isForeignKeyViolation,
  type Transaction,
  withTransaction,
} from "#lib/platform/database/db.ts";
import { DomainError } from "#lib/platform/errors.ts";

/**
 * Who acts. "anonymous" is a guest with a session, "api-client" a program with scopes. The shop acts itself when one of
 * its own rules changes an order.
 */
export type Actor =
  | { type: "none" }
  | { type: "shop" }
  | { type: "anonymous"; userId: string; anonymousId: string }
  | { type: "customer"; userId: string; email: string; name: string; emailVerified: boolean }
  | { type: "api-client"; clientId: string; scopes: readonly string[] };

export type Shopper = Extract<Actor, { userId: string }>;

/** The first argument of every verb: who acts, from which network and, inside a transaction, its client. */
export type Context = {
  actor: Actor;
  /**
   * The network that a call is counted for besides the actor (see lib/platform/http/network.ts). Absent for the shop's
   * own calls.
   */
  network?: string;
  tx?: Transaction;
  /** What was read along with the session, by question (see lib/platform/reading.ts). */
  along?: Map<string, unknown>;
};

/** A context whose caller is of one of these kinds: `ContextOf<"customer">`. */
export type ContextOf<T extends Actor["type"]> = Context & { actor: Extract<Actor, { type: T }> };

/** The context of a guest or a customer with a session. */
export type ShopperContext = ContextOf<Shopper["type"]>;

/** A context inside a transaction. */
export type TransactionContext<C extends Context = Context> = C & { tx: Transaction };

/** The context of the shop itself, when one of its own rules acts. */
export const asShop = { actor: { type: "shop" } } as const satisfies Context;

/** The context of a caller without a session. */
export const asNobody = { actor: { type: "none" } } as const satisfies Context;

/** The open transaction, or the pool if there is none. */
export function database(ctx: Context): Database {
  return ctx.tx ?? db;
}

/** Runs `work` in the context's transaction. Opens one if there is none, and repeats it on a serialization failure. */
export function inTransaction<T, C extends Context>(
  ctx: C,
  work: (ctx: TransactionContext<C>) => Promise<T>,
): Promise<T> {
  if (ctx.tx) return work({ ...ctx, tx: ctx.tx });
  return withTransaction((tx) => work({ ...ctx, tx }));
}

/** The caller's user, guest or customer; null for others. */
export function userIdOf(actor: Actor): string | null {
  return "userId" in actor ? actor.userId : null;
}

/**
 * Runs `work`, which writes rows of the caller. A foreign key violation means that the user was deleted meanwhile
 * (converted or cleaned up), and the session with it. @throws session_changed
 */
export async function whileSessionLasts<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!isForeignKeyViolation(cause)) throw cause;
    throw new DomainError("session_changed", "Your session has ended. Load the page again.", { cause });
  }
}
