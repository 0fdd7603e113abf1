import * as z from "zod";
import { DomainError } from "#lib/platform/errors.ts";
import { type Act, acts } from "#lib/platform/limits/index.ts";
import { anybody, customers, programs, shoppersAndPrograms, verb } from "#lib/platform/verb/index.ts";
import { findClient, findToken, revokeToken } from "./api-access/index.ts";
import { accountOfToken, changePassword, confirmEmail, issueTokenFor, resetPassword } from "./auth/index.ts";
import { type Grant, issueTokens, tokenRequest } from "./issue-tokens.ts";

export const clients = {
  /** The client that has this secret. */
  prove: verb(
    {
      name: "client.prove",
      who: anybody,
      takes: z.object({ clientId: z.string(), secret: z.string() }),
      throws: ["unauthenticated"],
      limits: [acts.proveClient],
    },
    async (ctx, { clientId, secret }) => {
      const client = await findClient(ctx, { id: clientId, secret });
      if (!client) throw new DomainError("unauthenticated", "No client has this id and secret");
      return client;
    },
  ),
};

const token = z.object({ token: z.string() });
const handles = { who: programs, limits: [acts.handleTokens] } as const;

const alsoCounts: Record<Grant["type"], readonly Act[]> = {
  client: [],
  guest: [acts.startGuestSession],
  password: [acts.useCredentials],
  refresh: [],
};

/** The operations of clients on their own and their shoppers' tokens. */
export const tokens = {
  issue: verb(
    {
      ...handles,
      name: "token.issue",
      takes: tokenRequest,
      throws: ["already_taken", "unauthenticated", "not_found", "session_changed"],
      alsoCounts: ({ grant }) => alsoCounts[grant.type],
      about: ({ grant }) => grant,
    },
    issueTokens,
  ),
  /** The token and its holder; null if it is invalid. */
  introspect: verb({ ...handles, name: "token.introspect", takes: token, throws: [] }, (ctx, asked) =>
    findToken(ctx, asked.token),
  ),
  /** Revokes a token of the client. Idempotent. */
  revoke: verb({ ...handles, name: "token.revoke", takes: token, throws: [] }, (ctx, asked) =>
    revokeToken(ctx, { ...asked, clientId: ctx.actor.clientId }),
  ),
};

const version = z.int();
const purpose = z.enum(["password", "email"]);
const tokenUse = z.object({ value: z.string(), version: version.nullish() });
const isRefused = (result: unknown) => typeof result === "string" || result === null;
const tries = { limits: [acts.useCredentials], failed: isRefused } as const;
const usesToken = { ...tries, who: shoppersAndPrograms, throws: ["version_conflict"] } as const;

/** Passwords and mailboxes of accounts, for callers that have a token instead of a session. */
export const accounts = {
  changePassword: verb(
    {
      ...tries,
      name: "passwords.change",
      who: [...customers, ...programs],
      takes: z.object({
        id: z.string(),
        version,
        currentPassword: z.string(),
        newPassword: z.string(),
        /** The caller's own account, for which wrong passwords are counted. */
        email: z.string().optional(),
      }),
      throws: ["not_found", "version_conflict"],
      about: ({ id, email }) => ({ email: email ?? id }),
    },
    changePassword,
  ),
  issueToken: verb(
    {
      name: "account-token.issue",
      who: programs,
      takes: z.object({
        purpose,
        customer: z.union([z.object({ id: z.string() }), z.object({ email: z.string() })]),
        version: version.nullish(),
        minutes: z.int(),
        invalidatesOlder: z.boolean(),
      }),
      throws: ["not_found", "version_conflict"],
      limits: [acts.manageShop],
    },
    issueTokenFor,
  ),
  ofToken: verb(
    {
      name: "account-token.find",
      who: programs,
      takes: z.object({ purpose, value: z.string() }),
      throws: [],
      limits: [acts.openMailedLink],
      failed: isRefused,
    },
    accountOfToken,
  ),
  resetPassword: verb(
    {
      ...usesToken,
      name: "passwords.reset",
      takes: tokenUse.extend({ newPassword: z.string() }),
    },
    resetPassword,
  ),
  confirmEmail: verb({ ...usesToken, name: "mailbox.confirm", takes: tokenUse }, confirmEmail),
};
