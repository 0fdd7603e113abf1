import type { Actor, Context } from "#lib/platform/context.ts";
import { isLocalShop, isOwnMachine } from "#lib/platform/local-shop.ts";
import { clientAddress, isForwarded } from "./client-address.ts";
import { networkOf } from "./network.ts";

/**
 * The context of `actor` as the caller of the current request. The own machine of a local shop is no network: there,
 * everybody who develops or tests has the same address. It counts in a shop with a public address, and if it has
 * forwarded the request: that may be a proxy in front of all shoppers.
 */
export function callerOf<A extends Actor>(actor: A): Context & { actor: A } {
  const address = clientAddress();
  return isLocalShop && isOwnMachine(address) && !isForwarded()
    ? { actor }
    : { actor, network: networkOf(address) };
}
