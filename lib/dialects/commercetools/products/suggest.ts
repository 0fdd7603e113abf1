import { queryFault } from "#lib/platform/filter/index.ts";
import { catalogueLanguage } from "#lib/platform/i18n/languages.ts";

/**
 * Suggestions from the products' search keywords, by language. No product has search keywords here, so there are none.
 * @throws validation_failed
 */
export function suggestKeywords(query: URLSearchParams): Record<string, never[]> {
  const asked = [...query.keys()].filter((name) =>
    /^searchKeywords\.[A-Za-z]{2}(-[A-Za-z0-9]{2,8})*$/.test(name),
  );
  if (asked.length === 0)
    throw queryFault(
      "searchKeywords",
      `Expected words in a language, such as 'searchKeywords.${catalogueLanguage}'.`,
    );
  return Object.fromEntries(asked.map((name) => [name, []]));
}
