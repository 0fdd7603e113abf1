import { env } from "#lib/platform/env.ts";

const longest = 2000;
// Characters that URL parsers, browsers' included, silently drop or change.
const oddCharacters = /[\p{Cc}\p{Cs}\\\u2028\u2029]/u;

/**
 * The path, query and fragment of a page of this shop to redirect to, normalized as a browser reads it. Redirect to the
 * result, never to the input. Null for anything that leads, or could be read to lead, to another site. An absolute URL
 * of the shop is reduced to its path.
 */
export function returnPath(value: unknown): string | null {
  if (typeof value !== "string" || value.length > longest || oddCharacters.test(value)) return null;
  const shop = new URL(env.STOREFRONT_URL).origin;
  if (!value.startsWith("/") && !value.startsWith(`${shop}/`)) return null;
  if (!URL.canParse(value, shop)) return null;
  const { origin, pathname, search, hash } = new URL(value, shop);
  // Parsing removes dot segments: "/.//other.example" becomes "//other.example".
  if (origin !== shop || pathname.startsWith("//")) return null;
  const path = `${pathname}${search}${hash}`;
  return path.length <= longest ? path : null;
}
