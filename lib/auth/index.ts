export { auth } from "./auth.ts";
export { handleAuthRequest } from "./handle-request.ts";
export { actorFrom } from "./session.ts";
export { trustedOrigins } from "./trusted-origins.ts";
