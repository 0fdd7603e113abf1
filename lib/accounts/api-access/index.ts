export { ensureGuest, findGuest, newGuest, startAnonymousSession } from "./anonymous-session.ts";
export { type ApiClient, findClient } from "./find-client.ts";
export { insertGuest } from "./insert-guest.ts";
export {
  endTokensOf,
  findToken,
  type Holder,
  type LiveToken,
  mintTokens,
  mintTokensWith,
  revokeToken,
  type Tokens,
  touchRefreshToken,
} from "./tokens.ts";
