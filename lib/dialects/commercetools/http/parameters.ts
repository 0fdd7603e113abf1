import * as z from "zod";
import { queryFault } from "#lib/platform/filter/index.ts";
import { catalogueLanguage } from "#lib/platform/i18n/languages.ts";

// Query parameters for the contract. They are parsed where they are used: lib/dialects/commercetools/query.

const about = (text: string) => z.string().meta({ description: text });
const several = (text: string) => z.array(z.string()).meta({ description: text });
const paging = {
  limit: z.int().min(0).max(500).default(20),
  offset: z.int().min(0).max(10_000).default(0),
  withTotal: z.boolean().default(true),
};

export const expandParameter = {
  expand: several("References to expand: lineItems[*].productType").optional(),
};

export const listParameters = z.object({
  where: several(
    'Predicates that all have to match: customerEmail = "a@b.com". :name stands for var.name',
  ).optional(),
  sort: several("A field and asc or desc: createdAt desc").optional(),
  ...paging,
});

export const versionParameters = z.object({
  version: z.int().min(0).meta({ description: "The version that the client has" }),
  dataErasure: z.boolean().optional(),
});

export const projectionParameters = z.object({
  staged: z.boolean().default(false).meta({ description: "Include unpublished products" }),
  priceCurrency: about("Selects the price in this currency: USD").optional(),
  priceCountry: about("And for this country: US").optional(),
});

export const projectionListParameters = listParameters.extend(projectionParameters.shape);

export const searchParameters = projectionParameters.extend({
  [`text.${catalogueLanguage}`]: about("Search words").optional(),
  fuzzy: z.boolean().default(false).meta({ description: "Also find words that are similar" }),
  "filter.query": several('For results and facets: variants.attributes.Size:"M"').optional(),
  filter: several("For the results only").optional(),
  "filter.facets": several("For the facets only").optional(),
  facet: several("What to count: variants.attributes.Size").optional(),
  markMatchingVariants: z.boolean().default(false),
  sort: several(`price asc, name.${catalogueLanguage} desc, score desc`).optional(),
  ...paging,
});

/**
 * Checks that no parameter for a single value was sent with several different ones: which one counts would be a guess.
 * @throws validation_failed
 */
export function checkRepeated(query: URLSearchParams, { shape }: z.ZodObject): void {
  for (const name of new Set(query.keys())) {
    const schema = Object.hasOwn(shape, name) ? shape[name] : undefined;
    const isList = schema === undefined || z.safeParse(schema, []).success;
    if (!isList && new Set(query.getAll(name)).size > 1) throw queryFault(name, "Given more than once.");
  }
}

export const suggestParameters = z.object({
  [`searchKeywords.${catalogueLanguage}`]: about("The beginning of a word").optional(),
});
