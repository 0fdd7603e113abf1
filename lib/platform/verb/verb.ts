import type * as z from "zod";
import type { Actor, ContextOf } from "#lib/platform/context.ts";
import type { ErrorCode } from "#lib/platform/errors.ts";
import type { Act, Acts } from "#lib/platform/limits/index.ts";
import type { Reading } from "#lib/platform/reading.ts";

/** The kinds of caller that may call a verb. */
export type Who = readonly [Actor["type"], ...Actor["type"][]];

export const anybody = ["none", "anonymous", "customer", "api-client", "shop"] as const satisfies Who;
/** Every shopper, with or without a session. */
export const visitors = ["none", "anonymous", "customer"] as const satisfies Who;
/** Shoppers with a session, guests and customers. */
export const shoppers = ["anonymous", "customer"] as const satisfies Who;
export const customers = ["customer"] as const satisfies Who;
export const programs = ["api-client"] as const satisfies Who;
/** Shoppers for themselves, programs for the merchant. */
export const shoppersAndPrograms = [...shoppers, ...programs] as const satisfies Who;

/** The reason for having no limit: "only reads". */
type Unlimited = { none: string };

/** A verb's policy. */
export type Policy<W extends Who = Who, S extends z.ZodType = z.ZodType> = {
  /** "cart.add-lines" */
  name: string;
  who: W;
  takes: S;
  /** The errors it may throw, besides those of `perform`. */
  throws: readonly ErrorCode[];
  /** The limits of a call. A verb that writes has some or says why not. */
  limits: Acts | Unlimited;
  /** Further limits that depend on the input: a coupon in a cart draft. */
  alsoCounts?(input: z.output<S>): readonly Act[];
  /** What the verb reads first: if the caller has a session, it is read in the statement that finds it. */
  readsFirst?(input: z.output<S>): readonly Reading[];
  /** Whether a result is a failure, for verbs that return those. */
  failed?(result: unknown): boolean;
  /** What a call is counted by: { email }, { orderNumber }, { clientId }. Defaults to the input. */
  about?(input: z.output<S>): unknown;
};

/** An operation of the shop. Called as a function, it runs inside another verb, under that verb's policy. */
export type Verb<W extends Who = Who, S extends z.ZodType = z.ZodType, R = unknown> = {
  (ctx: ContextOf<W[number]>, input: z.output<S>): Promise<R>;
  policy: Policy<W, S>;
};

/** The type of any verb, for lists. */
export type AnyVerb = { (ctx: never, input: never): Promise<unknown>; policy: Policy };

/** Makes a verb of `does`, with `policy` attached. */
export function verb<const W extends Who, S extends z.ZodType, R>(
  policy: Policy<W, S>,
  does: (ctx: ContextOf<W[number]>, input: z.output<S>) => R | Promise<R>,
): Verb<W, S, R> {
  return Object.assign(async (ctx: ContextOf<W[number]>, input: z.output<S>) => does(ctx, input), { policy });
}
