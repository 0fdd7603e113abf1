import type { IncomingHttpHeaders } from "node:http";
import { isIPv4 } from "node:net";
import ipaddr from "ipaddr.js";
import type { Range } from "#lib/platform/address-ranges.ts";

/** Whether an address is in one of the ranges. False for anything that is not an address. */
export function isTrusted(address: string, ranges: Range[]): boolean {
  if (ranges.length === 0 || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return ranges.some(([base, bits]) => parsed.kind() === base.kind() && parsed.match(base, bits));
}

/**
 * The client's address: the peer's, unless that is a trusted proxy. Then it is the rightmost untrusted hop in
 * X-Forwarded-For: everything left of it may be forged.
 */
export function realAddress(peer: string, forwardedFor: string | undefined, ranges: Range[]): string {
  let address = normalize(peer);
  const hops = (forwardedFor ?? "").split(",").map((hop) => withoutPort(hop.trim()));
  while (isTrusted(address, ranges)) {
    const hop = hops.pop();
    // Stops at an entry that is not an address: the last known proxy is the best answer.
    if (hop === undefined || !ipaddr.isValid(hop)) break;
    address = normalize(hop);
  }
  return address;
}

/** Replaces the client's forwarding headers, so that no later code reads a forged one. */
export function replaceClaims(
  headers: IncomingHttpHeaders,
  client: { address: string; proxied: boolean },
): void {
  const claimed = headers["x-forwarded-host"];
  for (const name of Object.keys(headers)) {
    // x-middleware-*: internal headers of Next; sent from outside they have bypassed its checks before.
    if (/^(x-forwarded-|x-middleware-|forwarded$|x-real-ip$)/.test(name)) delete headers[name];
  }
  const host = client.proxied && claimed ? claimed : headers.host;
  headers["x-forwarded-for"] = client.address;
  // The protocol between us and Next, which uses it to fetch from itself. The browser's protocol is in STOREFRONT_URL.
  headers["x-forwarded-proto"] = "http";
  if (host) headers["x-forwarded-host"] = host;
}

/** Some proxies add the client's port: 203.0.113.9:4711, [2001:db8::5]:4711. */
function withoutPort(hop: string): string {
  return hop.replace(/^\[(.*)\](?::\d+)?$|^([\d.]+):\d+$/, "$1$2");
}

function normalize(address: string): string {
  // ::ffff:10.0.0.1 is 10.0.0.1, as a socket for both families names IPv4 peers; most addresses end here.
  const plain = address.startsWith("::ffff:") ? address.slice("::ffff:".length) : address;
  if (isIPv4(plain)) return plain;
  // A zone (%eth0) is meaningless outside this machine.
  const bare = address.split("%")[0] ?? "";
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : bare;
}
