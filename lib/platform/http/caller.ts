import type { Actor, Context } from "#lib/platform/context.ts";
import { clientAddress } from "./client-address.ts";
import { networkOf } from "./network.ts";

/** The context of `actor` as the caller of the current request. */
export function callerOf<A extends Actor>(actor: A): Context & { actor: A } {
  return { actor, network: networkOf(clientAddress()) };
}
