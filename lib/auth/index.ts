export { auth } from "./auth.ts";
export { toAuthFailure } from "./failure.ts";
export { handleAuthRequest } from "./handle-request.ts";
export { lifetimes } from "./lifetimes.ts";
export { type AccountInput, checkPassword, type Guest, signInFor, signUpFor } from "./on-behalf.ts";
export { actorFrom, sessionFrom } from "./session.ts";
export { startGuest } from "./start-guest.ts";
export { trustedOrigins } from "./trusted-origins.ts";
