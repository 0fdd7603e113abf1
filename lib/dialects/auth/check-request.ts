import { APIError } from "better-auth/api";
import * as z from "zod";
import { queryValues } from "#lib/platform/http/index.ts";
import type { AuthSpec } from "./dialect.ts";
import { headersOfCaller } from "./headers-of-caller.ts";
import type { SentBody } from "./read-body.ts";

const anything = z.object({});

/**
 * The request for better-auth: only the fields that its endpoint knows, validated. Errors have better-auth's own
 * format. @throws APIError (400)
 */
export function checkRequest(request: Request, endpoint: AuthSpec, sent: SentBody): Request {
  const { signal } = request;
  // better-auth does not support HEAD.
  const method = request.method === "HEAD" ? "GET" : request.method;
  const headers = headersOfCaller(request.headers);
  const url = new URL(request.url);
  const query = checked("query", endpoint.query ?? anything, queryValues(url.searchParams));
  const target = new URL(url.pathname, url.origin);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) target.searchParams.set(name, String(value));
  }
  if (method !== "POST") return new Request(target, { method, headers, signal });
  return new Request(target, { method, signal, ...bodyFor(endpoint, headers, sent) });
}

function bodyFor(endpoint: AuthSpec, headers: Headers, sent: SentBody): { headers: Headers; body: string } {
  // An unsupported type: better-auth answers 415 based on the content type.
  if (sent.kind === "other" || (sent.kind === "form" && !endpoint.form)) return { headers, body: "{}" };
  if (sent.value === undefined) {
    throw new APIError("BAD_REQUEST", { code: "BAD_REQUEST", message: "Invalid JSON in request body" });
  }
  const body = checked("body", endpoint.body ?? anything, sent.value);
  const forwarded = new Headers(headers);
  forwarded.set("content-type", "application/json");
  forwarded.delete("content-length");
  return { headers: forwarded, body: JSON.stringify(body) };
}

function checked<T>(part: string, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const message = result.error.issues
    .map((issue) => `[${[part, ...issue.path].join(".")}] ${issue.message}`)
    .join("; ");
  throw new APIError("BAD_REQUEST", { code: "VALIDATION_ERROR", message });
}
