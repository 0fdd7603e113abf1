import type * as z from "zod";
import type { Actor, Context } from "#lib/platform/context.ts";
import { type DomainError, notFound } from "#lib/platform/errors.ts";
import { limited } from "#lib/platform/limits/index.ts";
import { parse } from "./parse.ts";
import { readJson } from "./read-json.ts";
import { type Answer, respond } from "./respond.ts";
import type { RouteSpec } from "./spec.ts";

type Out<T> = T extends z.ZodType ? z.output<T> : undefined;

export type Call<S extends RouteSpec> = {
  ctx: Context;
  /** Next answers HEAD by GET: what a GET would make, HEAD does not. */
  isHead: boolean;
  headers: Out<S["headers"]>;
  params: Out<S["params"]>;
  query: Out<S["query"]>;
  body: Out<S["body"]>;
};

/** The four things in which one HTTP dialect differs from another. */
export type Dialect<Result> = {
  /** Who calls. @throws whatever the dialect answers to a bad credential */
  authenticate(request: Request): Promise<Actor>;
  success(spec: RouteSpec, result: Result): Answer;
  failure(error: DomainError, requestId: string): Answer;
  isModuleOn(id: string): boolean;
};

type RouteContext = { params?: Promise<Record<string, string | string[] | undefined>> };
export type Handler = ((request: Request, context?: RouteContext) => Promise<Response>) & { spec: RouteSpec };

/**
 * The one way from a Request to a Response: parse, authenticate, limit, call, wrap, and the only catch.
 * `decide` is what is left for a route to say.
 */
export function defineRoute<const S extends RouteSpec, Result>(
  dialect: Dialect<Result>,
  spec: S,
  decide: (call: Call<S>) => Promise<Result>,
): Handler {
  const handler = (request: Request, context?: RouteContext): Promise<Response> =>
    respond(request, {
      route: spec.id,
      answer: async () => {
        if (spec.module && !dialect.isModuleOn(spec.module)) throw notFound("Page");
        return dialect.success(spec, await handle(request, context));
      },
      failure: dialect.failure,
    });

  async function handle(request: Request, context: RouteContext | undefined): Promise<Result> {
    const input = await parseInput(spec, request, context);
    const ctx = { actor: await dialect.authenticate(request) };
    const subject = { ...input.query, ...input.params, ...Object(input.body) };
    const isHead = request.method === "HEAD";
    return limited(spec.limits ?? [], { ...ctx, subject }, () =>
      decide({ ctx, isHead, ...input } as Call<S>),
    );
  }

  return Object.assign(handler, { spec });
}

async function parseInput(spec: RouteSpec, request: Request, context: RouteContext | undefined) {
  const { searchParams } = new URL(request.url);
  return {
    headers: spec.headers && parse(spec.headers, Object.fromEntries(request.headers)),
    params: spec.params && parse(spec.params, await context?.params),
    query: spec.query && parse(spec.query, Object.fromEntries(searchParams)),
    body: spec.body && parse(spec.body, (await readJson(request)) ?? {}),
  };
}
