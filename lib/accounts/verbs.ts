import * as z from "zod";
import { DomainError } from "#lib/platform/errors.ts";
import { type Act, acts } from "#lib/platform/limits/index.ts";
import { anybody, programs, verb } from "#lib/platform/verb/index.ts";
import { findClient, findToken, revokeToken } from "./api-access/index.ts";
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
