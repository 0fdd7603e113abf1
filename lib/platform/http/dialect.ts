import type * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { type DomainError, type ErrorCode, isDomainError } from "#lib/platform/errors.ts";
import type { FindCaller } from "#lib/platform/reading.ts";
import { type AnyVerb, perform, type Verb, type Who } from "#lib/platform/verb/index.ts";
import type { Answer } from "./respond.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** An incoming request. */
export type Incoming = {
  request: Request;
  /** The path's decoded parameters. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** True for HEAD, which must not create anything that a GET would create. */
  isHead: boolean;
};

/** The part of a route's description that all dialects share. */
export type RouteSpec = {
  /** "placeOrder", for the log and the OpenAPI document. */
  id: string;
  method: Method;
  /** The whole path, in OpenAPI notation: "/store/orders/{id}". A GET answers HEAD too. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
};

/**
 * What differs between HTTP APIs. `Call` is a parsed request, `Reply` the result of a route before it is written, and
 * `Caller` the caller with what the credential grants.
 */
export type Dialect<Spec extends RouteSpec, Call, Reply, Caller extends Context | FindCaller = Context> = {
  /** The prefix of its paths: "/store". */
  mount: string;
  /**
   * Authenticates the caller, or returns how to: then the caller is found together with what the verb reads first.
   * @throws the dialect's error for a bad credential
   */
  caller(incoming: Incoming, spec: Spec): Promise<Caller>;
  /** Wire in: parses the request with its route's schemas. @throws the dialect's error for a bad request */
  read(incoming: Incoming, spec: Spec, caller: Caller): Promise<Call>;
  /** Wire out. A Response is passed through. */
  write(reply: Reply, spec: Spec, call: Call): Answer | Response | Promise<Answer | Response>;
  /** Wire out for errors. */
  failure(error: DomainError, requestId: string, path: string): Answer;
  /** Headers of an error of a route that concern the caller, such as the cart's token. */
  besideFailure?(error: DomainError, incoming: Incoming, spec: Spec): Promise<Record<string, string>>;
};

/** A route that is ready to be called. */
export type Route<Spec extends RouteSpec = RouteSpec> = Spec & {
  verb: AnyVerb;
  handle(incoming: Incoming): Promise<Answer | Response>;
  besideFailure?(error: DomainError, incoming: Incoming): Promise<Record<string, string>>;
};

/** Turns a request into its verb's input, and the verb's result into the answer. */
export type Translation<W extends Who, S extends z.ZodType, R, Call, Reply> = {
  verb: Verb<W, S, R>;
  asks(call: Call): z.input<S>;
  answers(result: R, call: Call): Reply | Promise<Reply>;
  /** Translates an error of the verb. Without it, the dialect's table decides. */
  fails?(error: DomainError, call: Call): DomainError;
};

/** The one HTTP pipeline: authenticate, parse, perform the verb with its policy, write the answer. */
export function defineRoute<
  const Spec extends RouteSpec,
  W extends Who,
  S extends z.ZodType,
  R,
  Call,
  Reply,
  Caller extends Context | FindCaller,
>(
  dialect: Dialect<Spec, Call, Reply, Caller>,
  spec: Spec,
  { verb, asks, answers, fails }: Translation<W, S, R, Call, Reply>,
): Route<Spec> {
  const handle = async (incoming: Incoming): Promise<Answer | Response> => {
    const caller = await dialect.caller(incoming, spec);
    const call = await dialect.read(incoming, spec, caller);
    const result = await perform(verb, caller, asks(call)).catch((error: unknown) => {
      throw fails && isDomainError(error) ? fails(error, call) : error;
    });
    return dialect.write(await answers(result, call), spec, call);
  };
  return {
    ...spec,
    verb,
    handle,
    besideFailure: async (error, incoming) => (await dialect.besideFailure?.(error, incoming, spec)) ?? {},
  };
}

/** The codes that any request may be answered with. */
export const anyErrors = [
  "database_failed",
  "internal",
  "unavailable",
] as const satisfies readonly ErrorCode[];
