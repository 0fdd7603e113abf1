import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { anonymous, bearer } from "better-auth/plugins";
import { db } from "#lib/platform/db.ts";
import { env } from "#lib/platform/env.ts";
import { newId } from "#lib/platform/ids.ts";
import { mailPasswordReset, mailVerification } from "./account-mails.ts";
import { lifetimes } from "./lifetimes.ts";
import { logReport } from "./log-report.ts";
import { mailboxRules } from "./mailbox-rules.ts";
import { passwordChanging, passwordReset, passwordRules } from "./password-rules.ts";
import { sessionRules } from "./session-rules.ts";
import { trustedOrigins } from "./trusted-origins.ts";

/**
 * better-auth's guests without its hooks: those look for the guest behind every sign-in and, where it is gone, drop
 * the cookie of the session that has just started. sessionRules does their work. A guest is deleted by its conversion
 * and by housekeeping, in no other way.
 */
const guests = { ...anonymous({ disableDeleteAnonymousUser: true }), hooks: {} };

/** better-auth, mounted at /auth. A guest is one of its anonymous users. */
export const auth = betterAuth({
  baseURL: env.STOREFRONT_URL,
  basePath: "/auth",
  secret: env.BETTER_AUTH_SECRET,
  trustedOrigins,
  database: prismaAdapter(db, { provider: "postgresql", transaction: true }),
  emailAndPassword: {
    enabled: true,
    minPasswordLength: 8,
    maxPasswordLength: 128,
    resetPasswordTokenExpiresIn: lifetimes.passwordReset,
    revokeSessionsOnPasswordReset: true,
    onPasswordReset: passwordReset,
    sendResetPassword: mailPasswordReset,
  },
  emailVerification: {
    sendOnSignUp: true,
    // Whoever opens the link proves the mailbox, not that he chose the password: the link signs nobody in.
    autoSignInAfterVerification: false,
    expiresIn: lifetimes.verification,
    sendVerificationEmail: mailVerification,
  },
  verification: { storeIdentifier: "hashed" },
  // A cached cookie would still be the guest in a second tab after the guest has become a customer.
  session: {
    expiresIn: lifetimes.session,
    updateAge: lifetimes.sessionUpdate,
    cookieCache: { enabled: false },
  },
  // The pipeline limits every route, these too (limits.ts).
  rateLimit: { enabled: false },
  advanced: {
    database: { generateId: () => newId(), joins: true },
    ipAddress: { disableIpTracking: true },
    // Said, because better-auth leaves the check out where it finds itself tested.
    disableOriginCheck: false,
  },
  databaseHooks: { account: { update: { before: passwordChanging } } },
  telemetry: { enabled: false },
  // What is not an answer of its own comes to our one catch; else it would be printed, values and all, and be a bare 500.
  onAPIError: { throw: true },
  logger: { log: logReport },
  plugins: [bearer(), guests, sessionRules, passwordRules, mailboxRules, nextCookies()],
});
