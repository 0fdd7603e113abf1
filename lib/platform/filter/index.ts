export { costOf } from "./cost.ts";
export { matches } from "./evaluate.ts";
export { faultyParameterOf, queryFault } from "./faults.ts";
export {
  type Collection,
  type Condition,
  type Field,
  type FieldList,
  fieldIn,
  type Nothing,
  type ObjectField,
  others,
  type Scalar,
} from "./field-list.ts";
export type { Comparison, Filter, Sort, Value } from "./filter.ts";
export { filterToSql } from "./filter-to-sql.ts";
export { allOf, anyOf, type Listing, type ListingInput, listingOf, noneOf } from "./listing.ts";
export {
  type AddressField,
  addressFields,
  addressPart,
  constant,
  emptyList,
  listOf,
  nothing,
  numberBy,
  objectOf,
  objectWith,
  optionsOf,
  renamed,
  without,
  worded,
} from "./make-fields.ts";
export { exactPattern, literalsOf } from "./pattern.ts";
export { sortToSql } from "./sort-to-sql.ts";
