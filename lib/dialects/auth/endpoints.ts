import * as z from "zod";
import { emailAddress } from "#lib/platform/email-address.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { readConfirmation } from "#lib/platform/mailed-link.ts";
import { returnPath } from "#lib/platform/return-path.ts";
import { line, opaqueToken } from "#lib/platform/text.ts";
import type { Policy } from "#lib/platform/verb/index.ts";
import type { AuthSpec } from "./dialect.ts";

type Endpoint = Pick<AuthSpec, "method" | "query" | "body" | "form"> & Pick<Policy, "limits">;

// better-auth checks the length of passwords itself, with its own codes, and stores only their hash.
const password = z.string();
const name = line(100, 0);
const image = line(2000).pipe(z.url({ protocol: /^https?$/ }));
const returnTo = z.string().transform((value) => returnPath(value) ?? "/");
const confirmation = z
  .string()
  .max(4000)
  .transform((token) => readConfirmation(token) ?? token);
const flag = z.enum(["true", "false"]);

/** Text for which better-auth has an error code of its own: what we would not accept is passed on as empty. */
function leftToThem(schema: z.ZodType<string, string>) {
  return z.string().transform((value) => schema.safeParse(value).data ?? "");
}
const tokenIfOne = leftToThem(opaqueToken).optional();
const nothing = z.object({});

/** Whether the endpoint changes nothing, so that HEAD is answered, too: a mail program's HEAD must not use up a link. */
export function onlyReads({ limits }: Pick<Endpoint, "limits">): boolean {
  return "none" in limits;
}

/**
 * Everything that is served below /auth, by path. Other paths get a 404 without reaching better-auth; other fields are
 * dropped.
 */
export const endpoints: Record<string, Endpoint> = {
  "/ok": { method: "GET", limits: { none: "says ok" } },
  "/get-session": {
    method: "GET",
    limits: { none: "reads the caller's own session, and extends it once a day" },
    query: z.object({ disableCookieCache: flag.optional(), disableRefresh: flag.optional() }),
  },
  "/sign-in/anonymous": { method: "POST", limits: [acts.startGuestSession], body: nothing },
  "/sign-in/email": {
    method: "POST",
    limits: [acts.useCredentials],
    form: true,
    body: z.object({
      email: leftToThem(emailAddress),
      password,
      rememberMe: z.boolean().optional(),
      callbackURL: returnTo.optional(),
    }),
  },
  "/sign-up/email": {
    method: "POST",
    limits: [acts.useCredentials],
    form: true,
    body: z.object({
      email: emailAddress,
      password,
      name,
      image: image.optional(),
      rememberMe: z.boolean().optional(),
      callbackURL: returnTo.optional(),
    }),
  },
  "/sign-out": { method: "POST", limits: [acts.changeAccount], body: nothing },
  "/request-password-reset": {
    method: "POST",
    limits: [acts.askForMail],
    body: z.object({ email: emailAddress, redirectTo: returnTo.optional() }),
  },
  "/reset-password": {
    method: "POST",
    limits: [acts.useCredentials],
    query: z.object({ token: tokenIfOne }),
    body: z.object({ newPassword: password, token: tokenIfOne }),
  },
  "/send-verification-email": {
    method: "POST",
    limits: [acts.askForMail],
    body: z.object({ email: emailAddress, callbackURL: returnTo.optional() }),
  },
  "/verify-email": {
    method: "GET",
    limits: [acts.changeAccount],
    // A malformed token leads to a page that says so, not to an error in JSON.
    query: z.object({ token: confirmation, callbackURL: returnTo.optional() }),
  },
  "/change-password": {
    method: "POST",
    limits: [acts.useCredentials],
    body: z.object({
      currentPassword: password,
      newPassword: password,
      revokeOtherSessions: z.boolean().optional(),
    }),
  },
  "/update-user": {
    method: "POST",
    limits: [acts.changeAccount],
    // better-auth rejects an email; dropped here, it would seem to be changed.
    body: z.object({ name: name.optional(), image: image.nullish(), email: z.unknown().optional() }),
  },
  "/list-sessions": { method: "GET", limits: { none: "only reads the caller's own sessions" } },
  "/revoke-session": { method: "POST", limits: [acts.changeAccount], body: z.object({ token: opaqueToken }) },
  "/revoke-sessions": { method: "POST", limits: [acts.changeAccount], body: nothing },
  "/revoke-other-sessions": { method: "POST", limits: [acts.changeAccount], body: nothing },
};
