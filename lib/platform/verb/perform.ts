import type * as z from "zod";
import type { Context, ContextOf } from "#lib/platform/context.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { limited } from "#lib/platform/limits/index.ts";
import { parse } from "#lib/platform/parse.ts";
import { noteImpure } from "#lib/platform/pure.ts";
import type { FindCaller } from "#lib/platform/reading.ts";
import type { Policy, Verb, Who } from "./verb.ts";

/**
 * Performs `verb` for a caller, who may still have to be found: parses the input, authorizes, enforces limits, and
 * counts misses. Nothing else does this. Both dialects, OAuth, /auth, pages, actions, the CLI and the worker call verbs
 * through it.
 * @throws validation_failed, unauthenticated, too_many_requests, unavailable, and the verb's own errors
 */
export async function perform<W extends Who, S extends z.ZodType, R>(
  verb: Verb<W, S, R>,
  caller: Context | FindCaller,
  input: z.input<S>,
): Promise<R> {
  noteImpure();
  const { policy } = verb;
  const asked = parse(policy.takes, input);
  const ctx = typeof caller === "function" ? await caller(policy.readsFirst?.(asked) ?? []) : caller;
  authorize(policy.who, ctx);
  const subject = policy.about ? policy.about(asked) : asked;
  return limited(actsOf(policy, asked), { ...ctx, subject }, () => verb(ctx, asked), policy.failed);
}

function actsOf<S extends z.ZodType>({ limits, alsoCounts }: Policy<Who, S>, input: z.output<S>) {
  return [...("none" in limits ? [] : limits), ...(alsoCounts?.(input) ?? [])];
}

/** @throws unauthenticated */
function authorize<W extends Who>(who: W, ctx: Context): asserts ctx is ContextOf<W[number]> {
  if (who.includes(ctx.actor.type)) return;
  const message = who.includes("anonymous")
    ? "Sign in, or start a guest session first"
    : "Sign in to your account first";
  throw new DomainError("unauthenticated", message);
}
