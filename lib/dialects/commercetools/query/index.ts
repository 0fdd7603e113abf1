export { variablesOf } from "../predicate/index.ts";
export { cartQueryFields } from "./cart-fields.ts";
export { customerQueryFields } from "./customer-fields.ts";
export { idsListing, namedListing } from "./named-listing.ts";
export { orderQueryFields } from "./order-fields.ts";
export { type PagedResult, pagedResult } from "./paged-result.ts";
export { flag, parseListQuery, parsePaging, parseSort } from "./parse-list-query.ts";
export { paymentQueryFields } from "./payment-fields.ts";
export { wordsOf } from "./words-of.ts";
