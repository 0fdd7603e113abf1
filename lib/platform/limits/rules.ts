import { type Actor, userIdOf } from "#lib/platform/context.ts";
import { readToken } from "#lib/platform/mailed-link.ts";
import { bareNumber, normalizeOrderNumber } from "#lib/platform/order-number-spelling.ts";
import { hashEmail, sha256 } from "#lib/platform/secrets.ts";

/** An attempt to be counted. `subject` is the parsed input that it is about. */
export type Attempt = {
  actor: Actor;
  /** Null for the shop's own calls, which come from no network. */
  network: string | null;
  subject: unknown;
};

/** A limit. */
export type Rule = {
  /** What groups attempts: "network", "account". */
  who: string;
  points: number;
  seconds: number;
  /** The key of the group; null if the rule does not apply to this attempt. */
  by: (attempt: Attempt) => string | null;
  /**
   * "failures" counts every attempt, and takes it back if it succeeds; so attempts that are under way count. "misses"
   * counts attempts after they have found nothing: for secrets that nobody guesses in time, and many honest calls at
   * once. Past the limit of either, right attempts are rejected too. "addresses" counts an attempt only if its email
   * address was not counted before.
   */
  counts?: "failures" | "misses" | "addresses";
  /** What to do while the store cannot be reached: counting goes on in this process, or "refuse" (503). */
  whenDown?: "refuse";
  /** Counts in this process and shares with the others now and then: for frequent calls. */
  roughly?: true;
};

/** Something that is limited, with the same rules for every API and page. */
export type Act = { name: string; rules: readonly Rule[] };

/** The acts of a call, at least one. */
export type Acts = readonly [Act, ...Act[]];

export const minutes = (count: number): number => count * 60;
export const hours = (count: number): number => count * 3600;

type Options = Pick<Rule, "counts" | "whenDown" | "roughly">;

const rule =
  (who: string, by: Rule["by"]) =>
  (points: number, seconds: number, options: Options = {}): Rule => ({
    who,
    points,
    seconds,
    by,
    ...options,
  });

export const perEverybody = rule("everybody", () => "all");

/**
 * The client's network: an IPv4 address, or the /64 of an IPv6 address. A program with a secret calls for all its
 * shoppers from one address, so it is counted by its name instead (perProgram).
 */
export const perNetwork = rule("network", ({ actor, network }) =>
  actor.type === "api-client" ? null : network,
);
export const perProgram = rule("program", ({ actor }) =>
  actor.type === "api-client" ? actor.clientId : null,
);
export const perSession = rule("session", ({ actor }) => userIdOf(actor));

/** The account of the email address in the input, in any spelling; without one, the caller's account. */
export const perAccount = rule("account", ({ actor, subject }) => {
  const own = actor.type === "customer" ? hashEmail(actor.email) : null;
  return addressOf(subject) ?? own;
});

/** The normalized email address in the input; null if there is none. */
export function addressOf(subject: unknown): string | null {
  const email = textOf(subject, "email");
  return email === null ? null : hashEmail(email);
}

/** Text that cannot be an order number is not counted, so that nobody can use it to lock a number for others. */
export const perOrderNumber = rule("number", ({ subject }) => {
  const typed = textOf(subject, "orderNumber") ?? "";
  const bare = bareNumber(typed);
  // A merchant's own number may be long, or contain a name.
  return normalizeOrderNumber(typed) ?? (bare ? sha256(bare) : null);
});

/** The token of a mailed link, however a mail program has changed it. */
export const perMailedLink = rule("link", ({ subject }) => {
  const token = readToken(textOf(subject, "token") ?? "");
  return token && sha256(token);
});

/** A client id that is claimed, not yet proven. */
export const perNamedClient = rule("client", ({ network, subject }) => {
  const clientId = textOf(subject, "clientId");
  return clientId === null ? null : `${network} ${clientId.slice(0, 100)}`;
});

function textOf(subject: unknown, field: string): string | null {
  if (typeof subject !== "object" || subject === null) return null;
  const value: unknown = Object.getOwnPropertyDescriptor(subject, field)?.value;
  return typeof value === "string" ? value : null;
}
