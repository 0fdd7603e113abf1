export { addressTable } from "./address-table.ts";
export { type Api, createApi, type Refused, refuseBy } from "./api.ts";
export { callerOf } from "./caller.ts";
export { type Cors, withCors, withHeaders } from "./cors.ts";
export {
  anyErrors,
  type Dialect,
  defineRoute,
  type Incoming,
  type Method,
  type Route,
  type RouteSpec,
  type Translation,
} from "./dialect.ts";
export { asDomainError } from "./faults.ts";
export { letFormsLeadTo } from "./form-targets.ts";
export { apiAt, mountApis } from "./mounted.ts";
export { checkOrigin } from "./origin.ts";
export { parseJson } from "./parse-json.ts";
export { queryValues } from "./query-values.ts";
export { maxBodyBytes, readJson, readText } from "./read-json.ts";
export { requestIdOf } from "./request-id.ts";
export { type Answer, type ReadyAnswer, respond, responseOf } from "./respond.ts";
