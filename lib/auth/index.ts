export { auth } from "./auth.ts";
export { handleAuthRequest } from "./handle-request.ts";
export { type AccountInput, checkPassword, type Guest, signInFor, signUpFor } from "./on-behalf.ts";
export { actorFrom } from "./session.ts";
export { trustedOrigins } from "./trusted-origins.ts";
