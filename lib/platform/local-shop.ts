import ipaddr from "ipaddr.js";
import { env } from "#lib/platform/env.ts";

/** The names of a shop that only its own machine can reach. */
export const localNames = ["localhost", "127.0.0.1"];

/** Whether the shop's public address is on its own machine: somebody develops or tests it. */
export const isLocalShop: boolean = localNames.includes(new URL(env.STOREFRONT_URL).hostname);

/** Whether an address is this machine's own. */
export function isOwnMachine(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback";
}
