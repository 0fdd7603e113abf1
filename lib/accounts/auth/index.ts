export { requireMail } from "./account-mails.ts";
export type { AccountToken, Purpose } from "./account-tokens.ts";
export { auth } from "./auth.ts";
export { changePassword } from "./change-password.ts";
export { checkPassword } from "./check-password.ts";
export { lifetimes } from "./lifetimes.ts";
export { type AnonymousAccountLinked, type LinkHandler, linkGuest } from "./link-guest.ts";
export { hashPassword, openAccount } from "./open-account.ts";
export {
  accountOfToken,
  confirmEmail,
  issueTokenFor,
  resetPassword,
  type Unusable,
} from "./redeem-account-token.ts";
export { actorFrom, type CallerSession, callerFrom, sessionFrom } from "./session.ts";
export { startGuest } from "./start-guest.ts";
export { trustedOrigins } from "./trusted-origins.ts";
