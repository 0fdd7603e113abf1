export { clientAddress } from "./client-address.ts";
export { asDomainError } from "./faults.ts";
export {
  byEverybody,
  byNetwork,
  bySession,
  countMiss,
  enforceLimits,
  type LimitedCall,
  type LimitRule,
} from "./limits.ts";
export { type MountedApi, methodsOf, mountApis, type Refusal, refuseBy } from "./mounted.ts";
export { checkOrigin } from "./origin.ts";
export { parseJson } from "./parse-json.ts";
export { maxBodyBytes, readText } from "./read-json.ts";
export { requestIdOf } from "./request-id.ts";
export { type Answer, respond } from "./respond.ts";
export { type Call, type Dialect, defineRoute, type Handler } from "./route.ts";
export { errorsOf, type Method, type RouteSpec } from "./spec.ts";
