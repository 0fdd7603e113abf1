import type { Actor, Context } from "#lib/platform/context.ts";
import { clientAddress } from "./client-address.ts";
import { networkOf } from "./network.ts";

/** `actor` as the caller of the request that is being answered. */
export function callerOf(actor: Actor): Context {
  return { actor, network: networkOf(clientAddress()) };
}
