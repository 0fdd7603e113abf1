export { type Api, createApi } from "./api.ts";
export { callerOf } from "./caller.ts";
export { withCors, withHeaders } from "./cors.ts";
export {
  anyErrors,
  type Dialect,
  defineRoute,
  type Incoming,
  type Route,
  type RouteSpec,
  type Translation,
} from "./dialect.ts";
export { asDomainError } from "./faults.ts";
export { letFormsLeadTo } from "./form-targets.ts";
export { apiAt, mountApis } from "./mounted.ts";
export { checkOrigin } from "./origin.ts";
export { parseJson } from "./parse-json.ts";
export { hasTooManyParameters, mostParameters, queryValues } from "./query-values.ts";
export { maxBodyBytes, readJson, readText } from "./read-json.ts";
export { type Answer, type ReadyAnswer, respond, responseOf } from "./respond.ts";
