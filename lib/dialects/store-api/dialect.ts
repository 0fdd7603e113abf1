import type * as z from "zod";
import { callerFrom, trustedOrigins } from "#lib/accounts/auth/index.ts";
import type { ErrorCode } from "#lib/platform/errors.ts";
import {
  anyErrors,
  callerOf,
  checkOrigin,
  type Dialect,
  defineRoute,
  type Incoming,
  queryValues,
  type Route,
  type RouteSpec,
  readJson,
  type Translation,
} from "#lib/platform/http/index.ts";
import { parse } from "#lib/platform/parse.ts";
import type { FindCaller } from "#lib/platform/reading.ts";
import type { Who } from "#lib/platform/verb/index.ts";
import { cartTokenBeside } from "./cart-token-beside.ts";
import { toFailure } from "./errors.ts";

/** The description of a route, for parsing, the contract at /openapi.json, and tests. */
export type StoreSpec = RouteSpec & {
  /** Whether the route reads x-cart-token and x-platform, and returns the cart's token. */
  cart?: boolean;
  headers?: z.ZodObject;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The schema of `data`. */
  response: z.ZodType;
  status?: 200 | 201;
  /** The schema of `data` of a 202, if the route can answer one. */
  accepted?: z.ZodType;
  paged?: boolean;
  /** Errors of the route besides those of its verb. */
  errors?: readonly ErrorCode[];
};

export type StoreRoute = Route<StoreSpec>;

type In<T> = T extends z.ZodType ? z.input<T> : never;
type Out<T> = T extends z.ZodType ? z.output<T> : undefined;

/** A parsed call. */
type StoreCall<S extends StoreSpec = StoreSpec> = {
  isHead: boolean;
  headers: Out<S["headers"]>;
  params: Out<S["params"]>;
  query: Out<S["query"]>;
  body: Out<S["body"]>;
};

/** The result of a route; the dialect adds the envelope. */
export type StoreResult<Data = unknown> = {
  data: Data;
  /** The token of the cart that was used, returned as x-cart-token. */
  cartToken?: string | undefined;
  page?: { total: number; limit: number; offset: number };
  /** If different from the route's own. */
  status?: 202;
  /** Whether this repeats an earlier answer, for the same Idempotency-Key or cart. */
  replayed?: boolean;
  /** The path of what was created. */
  location?: string;
};

/** The store API (specification): a session by cookie or bearer token, JSON in an envelope. */
export const storeDialect: Dialect<StoreSpec, StoreCall, StoreResult, FindCaller> = {
  mount: "/store",
  async caller({ request }) {
    checkOrigin(request, trustedOrigins);
    return async (readings) => {
      const { actor, along } = await callerFrom(request.headers, readings);
      return { ...callerOf(actor), along };
    };
  },
  read: async ({ request, params, query, isHead }: Incoming, spec) =>
    ({
      isHead,
      headers: spec.headers && parse(spec.headers, Object.fromEntries(request.headers)),
      params: spec.params && parse(spec.params, params),
      query: spec.query && parse(spec.query, queryValues(query)),
      body: spec.body && parse(spec.body, (await readJson(request)) ?? {}),
    }) as StoreCall,
  write({ data, cartToken, page, replayed, status, location }, spec) {
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
        ...(location === undefined ? {} : { location }),
      },
    };
  },
  failure: toFailure,
  // Specification, "Headers": "The response always re-emits the active cart's token."
  besideFailure: async (error, { request }, spec) =>
    spec.cart ? cartTokenBeside(error, request.headers) : {},
};

/** A route of the store API: its verb, and the translation of call and result. */
export function storeRoute<const S extends StoreSpec, W extends Who, T extends z.ZodType, R>(
  spec: S,
  translation: Translation<W, T, R, StoreCall<S>, StoreResult<z.input<S["response"]> | In<S["accepted"]>>>,
): StoreRoute {
  return defineRoute(storeDialect, spec, translation as Translation<W, T, R, StoreCall, StoreResult>);
}

/** Whether some text is invalid. A parameter of the path is always there, and may be any text. */
function canReject(params: z.ZodObject): boolean {
  const anyText = Object.fromEntries(Object.keys(params.shape).map((name) => [name, "\0"]));
  return !params.safeParse(anyText).success;
}

/** Every error code of the route: its verb's, its own, and those of all routes like it. */
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
    Boolean(headers || query || body || (params && canReject(params))) && "validation_failed",
    body !== undefined && "bad_request",
    body !== undefined && "payload_too_large",
    body !== undefined && "unsupported_media_type",
    method !== "GET" && "untrusted_origin",
    !who.includes("none") && "unauthenticated",
    !("none" in limits) && "too_many_requests",
    ...anyErrors,
  ];
  return [...new Set(codes.filter((code) => code !== false))];
}
