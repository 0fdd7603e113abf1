import * as z from "zod";
import type { Described } from "#lib/platform/http/openapi.ts";

/** The answer of better-auth: a new guest, or the caller's own account. */
export const guestSession = z
  .object({
    token: z.string().meta({ description: "Send it as a bearer token; browsers get a cookie as well" }),
    user: z.looseObject({ id: z.uuid(), email: z.string(), name: z.string(), isAnonymous: z.boolean() }),
  })
  .meta({ id: "GuestSession" });

const refusal = z.looseObject({ code: z.string(), message: z.string() }).meta({ id: "AuthFailure" });

const refusedWith = (description: string) => ({
  description,
  content: { "application/json": { schema: refusal } },
});

/**
 * With this the guest flow begins (specification, "The guest flow"). It is better-auth's, but without it a client
 * generated from the contract could not take the first step.
 */
export const startGuestSession: Described = {
  id: "startGuestSession",
  method: "POST",
  path: "/auth/sign-in/anonymous",
  tag: "Guest session",
  summary: "Start a guest session",
  operation: {
    description:
      "An endpoint of better-auth, so without this API's envelope. An account that is signed in keeps its session.",
    security: [],
    requestBody: { content: { "application/json": { schema: z.object({}) } } },
    responses: {
      200: { description: "Success", content: { "application/json": { schema: guestSession } } },
      400: refusedWith("ANONYMOUS_USERS_CANNOT_SIGN_IN_AGAIN_ANONYMOUSLY, or a body that cannot be read"),
      403: refusedWith("INVALID_ORIGIN, MISSING_OR_NULL_ORIGIN"),
      429: refusedWith("TOO_MANY_REQUESTS"),
      default: refusedWith("Requests that the endpoint does not see, and faults of the shop"),
    },
  },
};
