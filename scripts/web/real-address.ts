import type { IncomingHttpHeaders } from "node:http";
import ipaddr from "ipaddr.js";

/** A range of addresses, as ipaddr.js takes it. */
export type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/**
 * Reads TRUSTED_PROXIES: addresses and CIDR ranges.
 * @throws Error naming the entry that is neither.
 */
export function parseRanges(entries: string[]): Range[] {
  return entries.map((entry) => {
    if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry);
    if (ipaddr.isValid(entry)) {
      const address = ipaddr.process(entry);
      return [address, address.kind() === "ipv4" ? 32 : 128];
    }
    throw new Error(`TRUSTED_PROXIES: ${entry} is neither an address nor a range such as 10.0.0.0/8`);
  });
}

/** Whether an address lies in one of the ranges. Anything that is no address does not. */
export function isTrusted(address: string, ranges: Range[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return ranges.some(([base, bits]) => parsed.kind() === base.kind() && parsed.match(base, bits));
}

/**
 * The client's address: the peer's, unless that is a trusted proxy. Then X-Forwarded-For is walked from the right,
 * past the hops we trust, to the first that we do not: everything left of it is hearsay.
 */
export function realAddress(peer: string, forwardedFor: string | undefined, ranges: Range[]): string {
  let address = normalise(peer);
  const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
  while (isTrusted(address, ranges)) {
    const hop = hops.pop();
    // An entry that is no address ends the walk: the last proxy that we know is all we can tell.
    if (hop === undefined || !ipaddr.isValid(hop)) break;
    address = normalise(hop);
  }
  return address;
}

/** Puts what we know in place of what was claimed, so that nothing further in can be told a tale. */
export function replaceClaims(
  headers: IncomingHttpHeaders,
  client: { address: string; proxied: boolean },
): void {
  const claimed = headers["x-forwarded-host"];
  for (const name of Object.keys(headers)) {
    // x-middleware-*: with these Next talks to itself; from outside they have skipped its checks before.
    if (/^(x-forwarded-|x-middleware-|forwarded$|x-real-ip$)/.test(name)) delete headers[name];
  }
  const host = client.proxied && claimed ? claimed : headers.host;
  headers["x-forwarded-for"] = client.address;
  // As it is between us and Next, which fetches from itself by it. What the browser speaks is STOREFRONT_URL's to say.
  headers["x-forwarded-proto"] = "http";
  if (host) headers["x-forwarded-host"] = host;
}

function normalise(address: string): string {
  // ::ffff:10.0.0.1 is 10.0.0.1; a zone (%eth0) says nothing outside this machine.
  const bare = address.split("%")[0] ?? "";
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : bare;
}
