import { headers } from "next/headers";
import { after } from "next/server";
import * as z from "zod";
import { auth, requireMail, startGuest } from "#lib/accounts/auth/index.ts";
import { deleteAccount } from "#lib/commerce/privacy/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { log } from "#lib/platform/log/log.ts";
import { customers, verb, visitors } from "#lib/platform/verb/index.ts";
import { extendSession } from "../visitor/extend-session.ts";
import { isResetLinkValid } from "./reset-link.ts";
import {
  changePasswordForm,
  deleteAccountForm,
  forgotPasswordForm,
  nameForm,
  resetPasswordForm,
  signInInput,
  signUpInput,
} from "./schemas.ts";
import { signInHere, signUpHere } from "./start-session.ts";
import { wayToKeep } from "./way-to-keep.ts";

const nothing = z.object({});
const visiting = { who: visitors, throws: [] } as const;
const signedIn = { who: customers, throws: [] } as const;
const reading = { ...visiting, limits: { none: "only reads what this browser's session may see" } } as const;

const tries = [acts.useCredentials] as const;
const changes = [acts.changeAccount] as const;
const mails = [acts.askForMail] as const;

/**
 * The operations on accounts from the pages, with the session in the browser's cookie. Besides the errors that a verb
 * lists, better-auth's own errors (APIError) are thrown.
 */
export const account = {
  /** Creates a guest with a session; the caller sets the cookie. */
  startGuest: verb(
    {
      name: "account.start-guest",
      who: ["none"],
      takes: nothing,
      throws: [],
      limits: [acts.startGuestSession],
    },
    async () => startGuest(await headers()),
  ),

  /** Extends this browser's session and cart. */
  extendSession: verb(
    { ...visiting, name: "account.extend-session", takes: nothing, limits: changes },
    extendSession,
  ),

  signIn: verb({ ...visiting, name: "account.sign-in", takes: signInInput, limits: tries }, signInHere),

  signUp: verb({ ...visiting, name: "account.sign-up", takes: signUpInput, limits: tries }, signUpHere),

  signOut: verb({ ...visiting, name: "account.sign-out", takes: nothing, limits: changes }, async () =>
    auth.api.signOut({ headers: await headers() }),
  ),

  /**
   * Mails a password reset link, if there is an account. Returns before looking for the account, so neither the answer
   * nor its time reveals whether there is one.
   */
  mailResetLink: verb(
    { ...visiting, name: "account.mail-reset-link", takes: forgotPasswordForm, limits: mails },
    (_ctx, body) =>
      after(() =>
        auth.api
          .requestPasswordReset({ body })
          .catch((error: unknown) => log.error({ err: error }, "a reset link could not be made")),
      ),
  ),

  isResetLinkValid: verb(
    {
      ...visiting,
      name: "account.is-reset-link-valid",
      takes: z.object({ token: z.string() }),
      limits: { none: "only reads, and nobody guesses a token" },
    },
    (_ctx, { token }) => isResetLinkValid(token),
  ),

  /** Sets the new password. It signs nobody in. */
  resetPassword: verb(
    { ...visiting, name: "account.reset-password", takes: resetPasswordForm, limits: tries },
    (_ctx, body) => auth.api.resetPassword({ body }),
  ),

  /** Changes the password and ends every other session. */
  changePassword: verb(
    { ...signedIn, name: "account.change-password", takes: changePasswordForm, limits: tries },
    async (_ctx, passwords) =>
      auth.api.changePassword({
        body: { ...passwords, revokeOtherSessions: true },
        headers: await headers(),
      }),
  ),

  changeName: verb(
    { ...signedIn, name: "account.change-name", takes: nameForm, limits: changes },
    async (_ctx, body) => auth.api.updateUser({ body, headers: await headers() }),
  ),

  /** Mails the link that verifies the account's address again. @throws unavailable if it could not be sent */
  mailConfirmation: verb(
    { ...signedIn, name: "account.mail-confirmation", takes: nothing, limits: mails },
    async ({ actor: { email } }) => {
      const request = { body: { email }, headers: await headers() };
      return requireMail(() => auth.api.sendVerificationEmail(request));
    },
  ),

  /** Permanently deletes the account after checking its password. */
  delete: verb(
    {
      name: "account.delete",
      who: customers,
      takes: deleteAccountForm,
      throws: ["order_in_progress"],
      limits: tries,
    },
    async (ctx, body) => {
      await auth.api.verifyPassword({ body, headers: await headers() });
      await deleteAccount(ctx);
      // The session was deleted with the account; this clears the browser's cookies.
      await auth.api.signOut({ headers: await headers() });
    },
  ),

  /** How a guest's order can be moved to an account. */
  waysToKeep: verb(
    {
      ...reading,
      name: "account.ways-to-keep",
      takes: z.object({ id: z.string(), events: z.array(z.object({ type: z.string() })) }),
    },
    wayToKeep,
  ),
};
