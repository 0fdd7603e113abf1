import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { anonymous, bearer } from "better-auth/plugins";
import { db } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { log } from "#lib/log.ts";
import { linkAnonymousAccount } from "./link-anonymous-account.ts";
import { trustedOrigins } from "./trusted-origins.ts";

/** better-auth, mounted at /auth. A guest is one of its anonymous users. */
export const auth = betterAuth({
  baseURL: env.STOREFRONT_URL,
  basePath: "/auth",
  secret: env.BETTER_AUTH_SECRET,
  trustedOrigins,
  database: prismaAdapter(db, { provider: "postgresql", transaction: true }),
  emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128 },
  // A cached cookie would still be the guest in a second tab after the guest has become a customer.
  session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24, cookieCache: { enabled: false } },
  // The pipeline limits every route, these too (lib/http/limits.ts).
  rateLimit: { enabled: false },
  advanced: {
    database: { generateId: () => newId(), joins: true },
    ipAddress: { disableIpTracking: true },
  },
  // A guest who deletes himself would leave his orders to nobody.
  disabledPaths: ["/delete-anonymous-user"],
  telemetry: { enabled: false },
  logger: {
    log: (level, message) => log[level === "error" ? "error" : "debug"]({ source: "better-auth" }, message),
  },
  plugins: [anonymous({ onLinkAccount: linkAnonymousAccount }), bearer(), nextCookies()],
});
