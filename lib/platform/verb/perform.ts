import type * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { limited } from "#lib/platform/limits/index.ts";
import { parse } from "#lib/platform/parse.ts";
import type { ContextOf, Policy, Verb, Who } from "./verb.ts";

/**
 * Does `verb` for a caller: checks the input, who calls, and how often, and counts what was not found. The one place
 * that does; every door goes through it: both dialects, OAuth, /auth, pages, their actions, the CLI and the worker.
 * @throws validation_failed, unauthenticated, too_many_requests, unavailable, and what the verb throws
 */
export async function perform<W extends Who, S extends z.ZodType, R>(
  verb: Verb<W, S, R>,
  caller: Context,
  input: z.input<S>,
): Promise<R> {
  const { policy } = verb;
  const asked = parse(policy.takes, input);
  authorise(policy.who, caller);
  const subject = policy.about ? policy.about(asked) : asked;
  return limited(actsOf(policy, asked), { ...caller, subject }, () => verb(caller, asked));
}

function actsOf<S extends z.ZodType>({ limits, alsoCounts }: Policy<Who, S>, input: z.output<S>) {
  return [...("none" in limits ? [] : limits), ...(alsoCounts?.(input) ?? [])];
}

/** @throws unauthenticated */
function authorise<W extends Who>(who: W, ctx: Context): asserts ctx is ContextOf<W> {
  if (who.includes(ctx.actor.type)) return;
  const message = who.includes("anonymous")
    ? "Sign in, or start a guest session first"
    : "Sign in to your account first";
  throw new DomainError("unauthenticated", message);
}
