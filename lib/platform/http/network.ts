import ipaddr from "ipaddr.js";

/**
 * Whom an address stands for when calls are counted: an IPv4 address itself, of IPv6 the first 64 bits,
 * because one subscriber owns all the addresses below them. What is no address stays as it is.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return `${parsed
    .toByteArray()
    .slice(0, 8)
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")}/64`;
}
