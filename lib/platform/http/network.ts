import { isIPv4 } from "node:net";
import ipaddr from "ipaddr.js";

/**
 * The network that an address is counted as: an IPv4 address itself, or the /64 of an IPv6 address, because one
 * subscriber owns all the addresses in it. Anything else is returned unchanged.
 */
export function networkOf(address: string): string {
  if (isIPv4(address) || !ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return `${parsed
    .toByteArray()
    .slice(0, 8)
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")}/64`;
}
