export { type Variables, variablesOf } from "../predicate/index.ts";
export { type PagedResult, pagedResult } from "./paged-result.ts";
export { flag, type ListQuery, parseListQuery, parsePaging } from "./parse-list-query.ts";
