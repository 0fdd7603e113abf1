import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { anonymous, bearer } from "better-auth/plugins";
import { env } from "#lib/platform/env.ts";
import { newId } from "#lib/platform/ids.ts";
import { mailPasswordReset, mailVerification } from "./account-mails.ts";
import { database } from "./database.ts";
import { lifetimes } from "./lifetimes.ts";
import { logReport } from "./log-report.ts";
import { mailboxRules } from "./mailbox-rules.ts";
import { passwordLength } from "./password-length.ts";
import { passwordChanging, passwordReset, passwordRules } from "./password-rules.ts";
import { sessionRules } from "./session-rules.ts";
import { trustedOrigins } from "./trusted-origins.ts";

/**
 * better-auth's anonymous plugin without its hooks: if the guest of a sign-in is gone, they drop the cookie of the new
 * session. sessionRules replaces them. Only conversion and housekeeping delete guests.
 */
const guests = { ...anonymous({ disableDeleteAnonymousUser: true }), hooks: {} };

/** better-auth, mounted at /auth. A guest is one of its anonymous users. */
export const auth = betterAuth({
  baseURL: env.STOREFRONT_URL,
  basePath: "/auth",
  secret: env.BETTER_AUTH_SECRET,
  trustedOrigins,
  database: prismaAdapter(database, { provider: "postgresql", transaction: true }),
  emailAndPassword: {
    enabled: true,
    minPasswordLength: passwordLength.min,
    maxPasswordLength: passwordLength.max,
    resetPasswordTokenExpiresIn: lifetimes.passwordReset,
    revokeSessionsOnPasswordReset: true,
    onPasswordReset: passwordReset,
    sendResetPassword: mailPasswordReset,
  },
  emailVerification: {
    sendOnSignUp: true,
    // Opening the link proves ownership of the mailbox, not knowledge of the password, so it signs nobody in.
    autoSignInAfterVerification: false,
    expiresIn: lifetimes.verification,
    sendVerificationEmail: mailVerification,
  },
  verification: { storeIdentifier: "hashed" },
  // With a cookie cache, a second tab would stay the guest after the conversion.
  session: {
    expiresIn: lifetimes.session,
    updateAge: lifetimes.sessionUpdate,
    cookieCache: { enabled: false },
  },
  // The pipeline limits these routes, too (limits.ts).
  rateLimit: { enabled: false },
  advanced: {
    database: { generateId: () => newId(), joins: true },
    ipAddress: { disableIpTracking: true },
    // Set explicitly, because better-auth disables the check in tests.
    disableOriginCheck: false,
  },
  databaseHooks: { account: { update: { before: passwordChanging } } },
  telemetry: { enabled: false },
  // Unexpected errors reach our own catch; otherwise better-auth would print them with all values and answer a bare
  // 500.
  onAPIError: { throw: true },
  logger: { log: logReport },
  plugins: [bearer(), guests, sessionRules, passwordRules, mailboxRules, nextCookies()],
});
