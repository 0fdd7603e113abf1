import { env } from "#lib/platform/env.ts";

const longest = 2000;
// What URL parsers drop or change without a word, browsers' among them.
const oddCharacters = /[\p{Cc}\p{Cs}\\\u2028\u2029]/u;

/**
 * Where a caller may be sent: a page of this shop, as the browser will read it. Answers the path, query and fragment
 * that the decision was made on, so redirect to those and never to what was asked for. Null for anything that leads,
 * or could be read to lead, to another site. An absolute address of the shop itself counts as its path.
 */
export function returnPath(value: unknown): string | null {
  if (typeof value !== "string" || value.length > longest || oddCharacters.test(value)) return null;
  const shop = new URL(env.STOREFRONT_URL).origin;
  if (!value.startsWith("/") && !value.startsWith(`${shop}/`)) return null;
  if (!URL.canParse(value, shop)) return null;
  const { origin, pathname, search, hash } = new URL(value, shop);
  // Dot segments go when a URL is parsed: what is left of "/.//other.example" is "//other.example".
  if (origin !== shop || pathname.startsWith("//")) return null;
  const path = `${pathname}${search}${hash}`;
  return path.length <= longest ? path : null;
}
