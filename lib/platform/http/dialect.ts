import type * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { type DomainError, type ErrorCode, isDomainError } from "#lib/platform/errors.ts";
import { type AnyVerb, perform, type Verb, type Who } from "#lib/platform/verb/index.ts";
import type { Answer } from "./respond.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A call as it comes in. */
export type Incoming = {
  request: Request;
  /** What the path's parameters stand for, decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** Asks for the headers of a GET's answer alone. What a GET would make, HEAD does not. */
  isHead: boolean;
};

/** What every route says of itself, whatever the dialect. */
export type RouteSpec = {
  /** "placeOrder": for the log and the contract. */
  id: string;
  method: Method;
  /** With the mount and as in OpenAPI: "/store/orders/{id}". A GET answers HEAD too. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
};

/**
 * What differs from one way to speak HTTP to another. `Sent` is what a call brought, `Said` what a route answers, and
 * `Caller` what a credential tells beside who calls.
 */
export type Dialect<Spec extends RouteSpec, Sent, Said, Caller extends Context = Context> = {
  /** Where its addresses start: "/store". */
  mount: string;
  /** Who calls. @throws what the dialect answers to a bad credential */
  caller(incoming: Incoming, spec: Spec): Promise<Caller>;
  /** Wire in: what the call brought, as its route's schemas read it. @throws what the dialect answers to a bad call */
  read(incoming: Incoming, spec: Spec, caller: Caller): Promise<Sent>;
  /** Wire out. A Response that is there already is passed on. */
  write(said: Said, spec: Spec, sent: Sent): Answer | Response | Promise<Answer | Response>;
  /** Every error as the dialect tells it. */
  failure(error: DomainError, requestId: string, path: string): Answer;
};

/** A route of some dialect, ready to be called. */
export type Route<Spec extends RouteSpec = RouteSpec> = Spec & {
  verb: AnyVerb;
  handle(incoming: Incoming): Promise<Answer | Response>;
};

/** How a call becomes what its verb is asked, and the verb's result what is answered. */
export type Translation<W extends Who, S extends z.ZodType, R, Sent, Said> = {
  verb: Verb<W, S, R>;
  asks(sent: Sent): z.input<S>;
  answers(result: R, sent: Sent): Said | Promise<Said>;
  /** An error of the verb's as this route tells it. Without it, the dialect's table has the words. */
  fails?(error: DomainError, sent: Sent): DomainError;
};

/** The one way from a call to an answer: who calls, what was sent, the verb with its policy, what is said. */
export function defineRoute<
  const Spec extends RouteSpec,
  W extends Who,
  S extends z.ZodType,
  R,
  Sent,
  Said,
  Caller extends Context,
>(
  dialect: Dialect<Spec, Sent, Said, Caller>,
  spec: Spec,
  { verb, asks, answers, fails }: Translation<W, S, R, Sent, Said>,
): Route<Spec> {
  const handle = async (incoming: Incoming): Promise<Answer | Response> => {
    const caller = await dialect.caller(incoming, spec);
    const sent = await dialect.read(incoming, spec, caller);
    const result = await perform(verb, caller, asks(sent)).catch((error: unknown) => {
      throw fails && isDomainError(error) ? fails(error, sent) : error;
    });
    return dialect.write(await answers(result, sent), spec, sent);
  };
  return { ...spec, verb, handle };
}

/** The codes that any call may be answered with. */
export const anyErrors = [
  "database_failed",
  "internal",
  "unavailable",
] as const satisfies readonly ErrorCode[];
