export { countProducts } from "./count-products.ts";
export {
  type Counted,
  countByCategory,
  countByOption,
  countByPrice,
  countByStock,
  countVariants,
  everyPrice,
  listOptionNames,
  type PriceRange,
  type PriceStatistics,
  priceStatistics,
  type Term,
} from "./facets.ts";
export {
  chosenPrice,
  extremeOption,
  extremePrice,
  type PriceChoice,
  productFields,
} from "./filter-fields.ts";
export { findProducts, type ProductQuery, productsWhere } from "./find-products.ts";
export { type FoundVariant, findVariant, type VariantName } from "./find-variant.ts";
export { getProduct } from "./get-product.ts";
export { type Category, listCategories } from "./list-categories.ts";
export { listProducts } from "./list-products.ts";
export type { ListedProduct, ListedVariant } from "./listed-product.ts";
export type { Product, Variant } from "./queries.ts";
export { availableOf, priceOf } from "./queries.ts";
export { currencyCode, productFilter, productHandle } from "./schemas.ts";
export { categoryFields, type ListedCategory, searchCategories } from "./search-categories.ts";
export { mostWords, textSearch } from "./text-search.ts";
export { products } from "./verbs.ts";
