import {
  type Database,
  db,
  isForeignKeyViolation,
  type Transaction,
  withTransaction,
} from "#lib/platform/db.ts";
import { DomainError } from "#lib/platform/errors.ts";

/**
 * Who acts. An anonymous user is a shopper without an account; an api-client is a program with scopes; the shop itself
 * acts when a rule of its own moves an order along.
 */
export type Actor =
  | { type: "none" }
  | { type: "shop" }
  | { type: "anonymous"; userId: string; anonymousId: string }
  | { type: "customer"; userId: string; email: string; name: string; emailVerified: boolean }
  | { type: "api-client"; clientId: string; scopes: readonly string[] };

export type Shopper = Extract<Actor, { userId: string }>;

/** What every verb gets first: who acts, from which network and, inside a transaction, its client. */
export type Context = {
  actor: Actor;
  /** Whom a call is counted for beside the actor (see lib/platform/http/network.ts); none for the shop's own. */
  network?: string;
  tx?: Transaction;
};

/** The database as this context sees it: the open transaction, else the pool. */
export function database(ctx: Context): Database {
  return ctx.tx ?? db;
}

/** Runs `work` in the context's transaction, opening (and on a serialization failure repeating) one if there is none. */
export function inTransaction<T, C extends Context>(
  ctx: C,
  work: (ctx: C & { tx: Transaction }) => Promise<T>,
): Promise<T> {
  if (ctx.tx) return work({ ...ctx, tx: ctx.tx });
  return withTransaction((tx) => work({ ...ctx, tx }));
}

/** The shopper behind the call. @throws unauthenticated when there is no session */
export function requireShopper(ctx: Context): Shopper {
  if (ctx.actor.type === "anonymous" || ctx.actor.type === "customer") return ctx.actor;
  throw new DomainError("unauthenticated", "Sign in, or start a guest session first");
}

/** The customer behind the call. @throws unauthenticated for anybody without an account */
export function requireCustomer(ctx: Context): Extract<Actor, { type: "customer" }> {
  if (ctx.actor.type === "customer") return ctx.actor;
  throw new DomainError("unauthenticated", "Sign in to your account first");
}

export function userIdOf(actor: Actor): string | null {
  return "userId" in actor ? actor.userId : null;
}

/**
 * Runs `work`, which writes rows of the caller's own. A row that points at a user who is gone was written by a
 * session that is, too: the guest was converted or swept meanwhile. @throws session_changed
 */
export async function whileSessionLasts<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!isForeignKeyViolation(cause)) throw cause;
    throw new DomainError("session_changed", "Your session has ended. Load the page again.", { cause });
  }
}
