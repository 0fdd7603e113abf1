import { mostWords } from "#lib/commerce/catalog/index.ts";
import type { SearchQuery } from "./schemas.ts";

/**
 * The number of expressions. An index helps with few patterns, so each counts for several; so does each word of a text.
 */
export function sizeOf(query: SearchQuery): number {
  const { and = [], or = [], not = [], filter = [] } = query;
  return [...and, ...or, ...not, ...filter].reduce((sum, inner) => sum + sizeOf(inner), ownSize(query));
}

function ownSize({ prefix, wildcard, fullText, fullTextPrefix, fuzzy }: SearchQuery): number {
  if (prefix || wildcard) return 5;
  const text = (fullText ?? fullTextPrefix ?? fuzzy)?.value.trim() ?? "";
  return Math.min(text.split(/\s+/).length, mostWords);
}
