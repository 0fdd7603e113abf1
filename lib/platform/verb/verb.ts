import type * as z from "zod";
import type { Actor, Context } from "#lib/platform/context.ts";
import type { ErrorCode } from "#lib/platform/errors.ts";
import type { Act, Acts } from "#lib/platform/limits/index.ts";

/** The kinds of caller that may do something. */
export type Who = readonly [Actor["type"], ...Actor["type"][]];

export const anybody = ["none", "anonymous", "customer", "api-client", "shop"] as const satisfies Who;
/** Whoever shops, with a session or without. */
export const visitors = ["none", "anonymous", "customer"] as const satisfies Who;
/** Whoever has a session, of a guest or of an account. */
export const shoppers = ["anonymous", "customer"] as const satisfies Who;
export const customers = ["customer"] as const satisfies Who;
export const programs = ["api-client"] as const satisfies Who;
/** Shoppers for themselves, programs for the merchant. */
export const shoppersAndPrograms = [...shoppers, ...programs] as const satisfies Who;

/** What every verb gets first, with the kinds of caller that may call it. */
export type ContextOf<W extends Who> = Context & { actor: Extract<Actor, { type: W[number] }> };

/** Why there is no limit: "only reads". */
export type Unlimited = { none: string };

/** Everything about a verb but what it does. */
export type Policy<W extends Who = Who, S extends z.ZodType = z.ZodType> = {
  /** "cart.add-lines" */
  name: string;
  who: W;
  takes: S;
  /** What it may throw, beside what `perform` throws for it. */
  throws: readonly ErrorCode[];
  /** What a call counts as. What writes has some, or says why not. */
  limits: Acts | Unlimited;
  /** What the input asks for beside that: a coupon in a draft. */
  alsoCounts?(input: z.output<S>): readonly Act[];
  /** Whom or what a call is counted for: { email }, { orderNumber }, { clientId }. The input unless it is said. */
  about?(input: z.output<S>): unknown;
};

/** Something that can be done in the shop. Called as a function, it runs inside another verb, whose policy counts. */
export type Verb<W extends Who = Who, S extends z.ZodType = z.ZodType, R = unknown> = {
  (ctx: ContextOf<W>, input: z.output<S>): Promise<R>;
  policy: Policy<W, S>;
};

/** Any verb, to be listed. */
export type AnyVerb = { (ctx: never, input: never): Promise<unknown>; policy: Policy };

/** A verb: what `does` does, as far as `policy` lets. */
export function verb<const W extends Who, S extends z.ZodType, R>(
  policy: Policy<W, S>,
  does: (ctx: ContextOf<W>, input: z.output<S>) => R | Promise<R>,
): Verb<W, S, R> {
  return Object.assign(async (ctx: ContextOf<W>, input: z.output<S>) => does(ctx, input), { policy });
}
