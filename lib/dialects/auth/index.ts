export { toAuthFailure } from "./failure.ts";
export { handleAuthRequest } from "./handle-request.ts";
