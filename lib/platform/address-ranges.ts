import ipaddr from "ipaddr.js";

/** An address range of ipaddr.js. */
export type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Parses an address or a CIDR range as a range; null for anything else. */
export function rangeOf(entry: string): Range | null {
  if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry);
  // "10" would be 0.0.0.10.
  if (!ipaddr.IPv4.isValidFourPartDecimal(entry) && !ipaddr.IPv6.isValid(entry)) return null;
  const address = ipaddr.process(entry);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}
