export { ensureGuest, findGuest, startAnonymousSession } from "./anonymous-session.ts";
export { type ApiClient, findClient } from "./find-client.ts";
export { insertGuest } from "./insert-guest.ts";
export {
  endTokensOf,
  findToken,
  type Holder,
  issueToken,
  type LiveToken,
  revokeToken,
  touchRefreshToken,
} from "./tokens.ts";
