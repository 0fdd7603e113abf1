import { APIError } from "better-auth/api";
import * as z from "zod";
import { auth } from "#lib/accounts/auth/auth.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { anybody, type Policy, verb } from "#lib/platform/verb/index.ts";
import { checkRequest } from "./check-request.ts";
import type { AuthCall, AuthSpec } from "./dialect.ts";
import { onlyReads } from "./endpoints.ts";
import { explainError } from "./explain-error.ts";
import { signInGuest } from "./sign-in-guest.ts";

/**
 * A better-auth endpoint as a verb: better-auth authorizes, and validates what our schemas leave to it. Invalid input
 * counts towards limits, too.
 */
export function endpointVerb(spec: AuthSpec, limits: Policy["limits"]) {
  return verb(
    {
      name: spec.id,
      who: anybody,
      takes: z.custom<AuthCall>(),
      throws: ["bad_request", "unauthenticated", "untrusted_origin"],
      limits,
      about: ({ sent }) => sent.value,
      failed: (answer) => answer instanceof Response && answer.status >= 400,
    },
    async ({ actor }, { request, sent }) => {
      try {
        const isHead = request.method === "HEAD";
        if (isHead && !onlyReads({ limits })) {
          throw new DomainError("method_not_allowed", "This address does not support HEAD");
        }
        const checked = checkRequest(request, spec, sent);
        const isGuestSignIn = spec.path === "/auth/sign-in/anonymous" && sent.kind === "json";
        const guest = isGuestSignIn ? await signInGuest(request.headers, actor) : null;
        const answer = guest ?? (await explainError(await auth.handler(checked)));
        return isHead ? new Response(null, answer) : answer;
      } catch (error) {
        if (error instanceof APIError) return Response.json(error.body, { status: error.statusCode });
        throw error;
      }
    },
  );
}
