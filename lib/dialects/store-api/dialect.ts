import type * as z from "zod";
import { actorFrom, trustedOrigins } from "#lib/accounts/auth/index.ts";
import type { ErrorCode } from "#lib/platform/errors.ts";
import {
  anyErrors,
  callerOf,
  checkOrigin,
  type Dialect,
  defineRoute,
  type Incoming,
  type Route,
  type RouteSpec,
  readJson,
  type Translation,
} from "#lib/platform/http/index.ts";
import { parse } from "#lib/platform/parse.ts";
import type { Who } from "#lib/platform/verb/index.ts";
import { toFailure } from "./errors.ts";

/** What a route of the store API takes and gives: it drives parsing, the contract at /openapi.json, and the tests. */
export type StoreSpec = RouteSpec & {
  /** Whether the route reads x-cart-token and x-platform and sends the cart's token back. */
  cart?: boolean;
  headers?: z.ZodObject;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The schema of `data`. */
  response: z.ZodType;
  status?: 200 | 201;
  /** The schema of `data` where the answer may be 202: it goes on elsewhere. */
  accepted?: z.ZodType;
  paged?: boolean;
  /** What the route may answer beside what its verb throws. */
  errors?: readonly ErrorCode[];
};

export type StoreRoute = Route<StoreSpec>;

type In<T> = T extends z.ZodType ? z.input<T> : never;
type Out<T> = T extends z.ZodType ? z.output<T> : undefined;

/** What a call brought. */
export type StoreCall<S extends StoreSpec = StoreSpec> = {
  isHead: boolean;
  headers: Out<S["headers"]>;
  params: Out<S["params"]>;
  query: Out<S["query"]>;
  body: Out<S["body"]>;
};

/** What a route gives back; the dialect puts the envelope around it. */
export type StoreResult<Data = unknown> = {
  data: Data;
  /** The token of the cart that was used, sent back as x-cart-token. */
  cartToken?: string | undefined;
  page?: { total: number; limit: number; offset: number };
  /** Where it is another than the route's own. */
  status?: 202;
  /** The answer was given before, to the same Idempotency-Key or for the same cart. */
  replayed?: boolean;
};

/** The store API (seed 004): a session by cookie or bearer token, JSON in an envelope. */
export const storeDialect: Dialect<StoreSpec, StoreCall, StoreResult> = {
  mount: "/store",
  async caller({ request }) {
    checkOrigin(request, trustedOrigins);
    return callerOf(await actorFrom(request.headers));
  },
  read: async ({ request, params, query, isHead }: Incoming, spec) =>
    ({
      isHead,
      headers: spec.headers && parse(spec.headers, Object.fromEntries(request.headers)),
      params: spec.params && parse(spec.params, params),
      query: spec.query && parse(spec.query, Object.fromEntries(query)),
      body: spec.body && parse(spec.body, (await readJson(request)) ?? {}),
    }) as StoreCall,
  write({ data, cartToken, page, replayed, status }, spec) {
    const statusCode = status ?? spec.status ?? 200;
    const metadata = page && {
      metadata: { ...page, hasMore: page.offset + (data as unknown[]).length < page.total },
    };
    return {
      status: statusCode,
      body: { data, message: "Success", statusCode, ...metadata },
      headers: {
        ...(cartToken === undefined ? {} : { "x-cart-token": cartToken }),
        ...(replayed ? { "idempotency-replayed": "true" } : {}),
      },
    };
  },
  failure: toFailure,
};

/** A route of the store API: the verb that it stands for, and how its call and its result are told. */
export function storeRoute<const S extends StoreSpec, W extends Who, T extends z.ZodType, R>(
  spec: S,
  translation: Translation<W, T, R, StoreCall<S>, StoreResult<z.input<S["response"]> | In<S["accepted"]>>>,
): StoreRoute {
  return defineRoute(storeDialect, spec, translation as Translation<W, T, R, StoreCall, StoreResult>);
}

/** Every code that the route may answer: its verb's, its own, and what any route like it may. */
export function errorsOf({
  headers,
  params,
  query,
  body,
  method,
  verb,
  errors = [],
}: StoreRoute): ErrorCode[] {
  const { who, throws, limits } = verb.policy;
  const codes: (ErrorCode | false)[] = [
    ...throws,
    ...errors,
    Boolean(headers || params || query || body) && "validation_failed",
    body !== undefined && "payload_too_large",
    body !== undefined && "unsupported_media_type",
    method !== "GET" && "untrusted_origin",
    !who.includes("none") && "unauthenticated",
    !("none" in limits) && "too_many_requests",
    ...anyErrors,
  ];
  return [...new Set(codes.filter((code) => code !== false))];
}
