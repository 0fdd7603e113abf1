import * as z from "zod";

const field = z.string().min(1).max(256);
const text = z.string().max(1_000);
const value = z.union([text, z.number(), z.boolean()]);
const language = z.string().max(35).nullish();
const ignored = { boost: z.number().nullish(), fieldType: z.string().max(40).nullish() };
const words = z.object({
  field,
  value: text,
  language,
  mustMatch: z.enum(["all", "any"]).nullish(),
  ...ignored,
});
// The time that a pattern takes grows with its length and its wildcards.
const patternText = z
  .string()
  .max(200)
  .refine((value) => (value.match(/[*?]/g) ?? []).length <= 10, "At most 10 wildcards");
const pattern = z.object({
  field,
  value: patternText,
  language,
  caseInsensitive: z.boolean().nullish(),
  ...ignored,
});
const bound = z.union([text, z.number()]).nullish();

const leaves = {
  exact: z
    .object({
      field,
      value: value.nullish(),
      values: z.array(value).max(200).nullish(),
      language,
      caseInsensitive: z.boolean().nullish(),
      ...ignored,
    })
    .optional(),
  exists: z.object({ field, language, ...ignored }).optional(),
  range: z.object({ field, gte: bound, gt: bound, lte: bound, lt: bound, ...ignored }).optional(),
  fullText: words.optional(),
  fullTextPrefix: words.optional(),
  fuzzy: words.extend({ level: z.number().int().min(0).max(2).nullish() }).optional(),
  prefix: pattern.optional(),
  wildcard: pattern.optional(),
};

const leaf = z.object(leaves);

/** An expression of the search query language: a compound one, or one about a field. */
export type SearchQuery = z.output<typeof leaf> & {
  and?: SearchQuery[] | undefined;
  or?: SearchQuery[] | undefined;
  not?: SearchQuery[] | undefined;
  filter?: SearchQuery[] | undefined;
};

const several = z.lazy(() => z.array(searchQuery).max(100)).optional();

const searchQuery: z.ZodType<SearchQuery> = z
  .object({ ...leaves, and: several, or: several, not: several, filter: several })
  .meta({
    id: "SearchQuery",
    description: "One expression: and, or, not, filter, exact, range, fullText, …",
  });

const order = z.enum(["asc", "desc"]);
const facet = {
  name: z.string().min(1).max(256),
  scope: z.enum(["all", "query"]).nullish(),
  filter: searchQuery.nullish(),
  level: z.enum(["products", "variants"]).nullish(),
};
const facetField = { ...facet, field, language, fieldType: ignored.fieldType };

const facetExpression = z.object({
  count: z.object(facet).optional(),
  distinct: z
    .object({
      ...facetField,
      includes: z.array(text).max(200).nullish(),
      sort: z.object({ by: z.enum(["count", "key"]), order }).nullish(),
      limit: z.number().int().min(1).max(200).nullish(),
      missing: text.nullish(),
    })
    .optional(),
  ranges: z
    .object({
      ...facetField,
      ranges: z
        .array(z.object({ from: z.number().nullish(), to: z.number().nullish(), key: text.nullish() }))
        .max(20),
    })
    .optional(),
  stats: z.object(facetField).optional(),
});

export type FacetExpression = z.output<typeof facetExpression>;

/** ProductSearchRequest. */
export const productSearch = z.object({
  query: searchQuery.nullish(),
  postFilter: searchQuery.nullish(),
  sort: z
    .array(
      z.object({
        field,
        language,
        order: order.default("asc"),
        mode: z.enum(["min", "max", "avg", "sum"]).nullish(),
        filter: searchQuery.nullish(),
        fieldType: ignored.fieldType,
      }),
    )
    .max(10)
    .nullish(),
  limit: z.number().int().min(0).max(100).default(20),
  offset: z.number().int().min(0).max(10_000).default(0),
  markMatchingVariants: z.boolean().nullish(),
  facets: z.array(facetExpression).max(20).nullish(),
  productProjectionParameters: z
    .object({
      expand: z.array(text).max(30).nullish(),
      staged: z.boolean().nullish(),
      priceCurrency: text.nullish(),
      priceCountry: text.nullish(),
      priceCustomerGroup: text.nullish(),
      priceChannel: text.nullish(),
      localeProjection: z.array(text).max(20).nullish(),
      storeProjection: text.nullish(),
    })
    .nullish(),
});

export type ProductSearch = z.output<typeof productSearch>;
