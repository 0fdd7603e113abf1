import type * as z from "zod";
import type { ErrorCode } from "#lib/platform/errors.ts";
import type { Acts } from "#lib/platform/limits/index.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What a route takes and gives: it drives parsing, the contract at /openapi.json, and the tests. */
export type RouteSpec = {
  id: string;
  method: Method;
  /** As in OpenAPI: "/store/orders/{id}". */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  /** Who may call: anybody, anybody with or without a session, a session, an account. For the contract's readers. */
  auth: "public" | "optional" | "session" | "customer";
  /** The module that has to be on, else the route answers 404. */
  module?: string;
  /** Whether the route reads x-cart-token and x-platform and sends the cart's token back. */
  cart?: boolean;
  headers?: z.ZodObject;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** A GET that may make what it answers. */
  writes?: true;
  /** The schema of `data`. */
  response: z.ZodType;
  status?: 200 | 201;
  paged?: boolean;
  errors: readonly ErrorCode[];
  /** What a call counts as. A route that writes has some. */
  limits?: Acts;
};

/** Every code that the route may answer: its own, and what the pipeline answers for any route like it. */
export function errorsOf(spec: RouteSpec): readonly ErrorCode[] {
  const takesInput = spec.headers || spec.params || spec.query || spec.body;
  const codes: (ErrorCode | false)[] = [
    ...spec.errors,
    takesInput !== undefined && "validation_failed",
    spec.body !== undefined && "payload_too_large",
    spec.body !== undefined && "unsupported_media_type",
    spec.method !== "GET" && "untrusted_origin",
    spec.limits !== undefined && "too_many_requests",
    "database_failed",
    "internal",
    "unavailable",
  ];
  return [...new Set(codes.filter((code) => code !== false))];
}
