import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { anonymous, bearer } from "better-auth/plugins";
import { db } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { log } from "#lib/log.ts";
import { mailPasswordReset, mailVerification } from "./account-mails.ts";
import { sessionRules } from "./session-rules.ts";
import { trustedOrigins } from "./trusted-origins.ts";

const hour = 60 * 60;
const day = 24 * hour;

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
    resetPasswordTokenExpiresIn: hour,
    revokeSessionsOnPasswordReset: true,
    sendResetPassword: mailPasswordReset,
  },
  emailVerification: {
    sendOnSignUp: true,
    // Whoever opens the link proves the mailbox, not that he chose the password: the link signs nobody in.
    autoSignInAfterVerification: false,
    expiresIn: day,
    sendVerificationEmail: mailVerification,
  },
  verification: { storeIdentifier: "hashed" },
  // A cached cookie would still be the guest in a second tab after the guest has become a customer.
  session: { expiresIn: 30 * day, updateAge: day, cookieCache: { enabled: false } },
  // The pipeline limits every route, these too (limits.ts).
  rateLimit: { enabled: false },
  advanced: {
    database: { generateId: () => newId(), joins: true },
    ipAddress: { disableIpTracking: true },
  },
  telemetry: { enabled: false },
  logger: {
    log: (level, message) => log[level === "error" ? "error" : "debug"]({ source: "better-auth" }, message),
  },
  // The conversion deletes a guest in its own transaction; a guest cannot be deleted in any other way.
  plugins: [bearer(), sessionRules, anonymous({ disableDeleteAnonymousUser: true }), nextCookies()],
});
