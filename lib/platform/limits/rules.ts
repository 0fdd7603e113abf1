import { type Actor, userIdOf } from "#lib/platform/context.ts";
import { bareNumber, normalizeOrderNumber } from "#lib/platform/order-number-spelling.ts";
import { hashEmail, sha256 } from "#lib/platform/secrets.ts";

/** Somebody about to do something. `subject` holds what it is about, as the door has parsed it. */
export type Attempt = {
  actor: Actor;
  /** Null for a call of the shop's own, which comes from nowhere. */
  network: string | null;
  subject: unknown;
};

/** How often something may be done. */
export type Rule = {
  /** Whose attempts are counted together. */
  who: string;
  points: number;
  seconds: number;
  /** The key that stands for them; null: the rule is not about this attempt. */
  by: (attempt: Attempt) => string | null;
  /**
   * "misses" counts the attempts that found nothing; past the limit, hits are refused too. "addresses" counts an
   * attempt with an address that was not counted yet.
   */
  counts?: "misses" | "addresses";
  /** What happens while the store cannot be reached: counting goes on in this process, or "refuse" (503). */
  whenDown?: "refuse";
  /** Counted in this process and shared with the others every so often: for what is done at every turn. */
  roughly?: true;
};

/** Something that people do, and how often they may, whichever door they come through. */
export type Act = { name: string; rules: readonly Rule[] };

/** What a call does. The type asks for one at least. */
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
 * The client's network: an IPv4 address, or the /64 that an IPv6 client owns. A program with a secret calls for all
 * its shoppers from one place; it is counted by its name instead (perProgram).
 */
export const perNetwork = rule("network", ({ actor, network }) =>
  actor.type === "api-client" ? null : network,
);
export const perProgram = rule("program", ({ actor }) =>
  actor.type === "api-client" ? actor.clientId : null,
);
export const perSession = rule("session", ({ actor }) => userIdOf(actor));

/** The account with the address that was typed, in whatever spelling; without one, the caller's own. */
export const perAccount = rule("account", ({ actor, subject }) => {
  const own = actor.type === "customer" ? hashEmail(actor.email) : null;
  return addressOf(subject) ?? own;
});

/** The address that was typed, the same for every spelling; null when there is none. */
export function addressOf(subject: unknown): string | null {
  const email = textOf(subject, "email");
  return email === null ? null : hashEmail(email);
}

/** What cannot be an order number is counted for none: nobody can shut one for others by it. */
export const perOrderNumber = rule("number", ({ subject }) => {
  const typed = textOf(subject, "orderNumber") ?? "";
  const bare = bareNumber(typed);
  // A merchant's own number may be of any length, and somebody's name.
  return normalizeOrderNumber(typed) ?? (bare ? sha256(bare) : null);
});

/** A client that is named, and has not proven to be it. */
export const perNamedClient = rule("client", ({ network, subject }) => {
  const clientId = textOf(subject, "clientId");
  return clientId === null ? null : `${network} ${clientId.slice(0, 100)}`;
});

function textOf(subject: unknown, field: string): string | null {
  if (typeof subject !== "object" || subject === null) return null;
  const value: unknown = Object.getOwnPropertyDescriptor(subject, field)?.value;
  return typeof value === "string" ? value : null;
}
