import type * as z from "zod";
import { actorFrom } from "#lib/accounts/auth/session.ts";
import { callerOf, type Dialect, type RouteSpec, readText } from "#lib/platform/http/index.ts";
import { toAuthFailure } from "./failure.ts";
import { readBody, type SentBody } from "./read-body.ts";

/** A better-auth endpoint that the shop serves, with its input. */
export type AuthSpec = RouteSpec & {
  query?: z.ZodType<Record<string, unknown>>;
  body?: z.ZodType<Record<string, unknown>>;
  /** Whether it accepts a plain HTML form. */
  form?: true;
};

export type AuthCall = { request: Request; sent: SentBody };

/**
 * better-auth's own protocol: its answers pass through; ours have the store API's envelope with better-auth's `code`.
 */
export const authDialect: Dialect<AuthSpec, AuthCall, Response> = {
  mount: "/auth",
  caller: async ({ request }) => callerOf(await actorFrom(request.headers)),
  read: async ({ request }) => ({
    request,
    sent: readBody(request.headers.get("content-type"), await readText(request)),
  }),
  write: (answer) => answer,
  failure: toAuthFailure,
};
