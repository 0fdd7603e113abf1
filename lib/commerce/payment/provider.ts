import type { Language } from "#lib/platform/i18n/languages.ts";
import type { Attempt, Opening } from "./attempt.ts";

/**
 * A provider's facts about an attempt: the whole state, not the changes. Amounts in minor units of the attempt's
 * currency.
 */
export type Facts = {
  /**
   * `awaited`: the provider takes no money itself. `open`: undecided, the shopper can still pay. `released`: an
   * authorization was released, or it was closed before there was one.
   */
  state:
    | "awaited"
    | "open"
    | "authorized"
    | "captured"
    | "declined"
    | "expired"
    | "released"
    | "refunded"
    | "disputed";
  /** The requested amount. An order is only placed if it is the attempt's. */
  amount: number;
  currency: string;
  /** Captured so far, in total. */
  captured: number;
  /** Refunded so far, in total, without refunds that are under way or have failed. */
  refunded: number;
  /**
   * All refunds, from a provider whose refunds take time, or may fail after they were reported as done. Others leave it
   * out: an answered refund is done.
   */
  refunds?: readonly RefundFact[];
  /** All disputes of the charge, from a provider that tells them apart. */
  disputes?: readonly DisputeFact[];
  /** The provider's current reference; null keeps the recorded one. */
  reference: string | null;
  /** Why it was declined, shown to the shopper. */
  reason?: string;
};

export type RefundFact = {
  /** The provider's id. */
  id: string;
  /** The key that it was requested with; null if the merchant made it at the provider. */
  key: string | null;
  amount: number;
  /** `failed` is final, also after `done`: the bank has sent the money back. */
  state: "pending" | "done" | "failed";
};

/** `open` until the bank decides. `won`: the money stays with the shop. */
export type DisputeFact = { id: string; state: "open" | "won" | "lost" };

/** Whether the payment was captured or authorized. */
export function hasMoney({ state, captured }: Pick<Facts, "state" | "captured">): boolean {
  return state === "authorized" || captured > 0;
}

export type Started =
  | { status: "settled"; facts: Facts }
  | { status: "redirect"; url: string; reference: string }
  | { status: "declined"; reason: string };

/** A notice from a provider's webhook. */
export type Notice = {
  /** The provider's id of the notice. Repeats are ignored. */
  eventId: string;
  attempt: { id: string } | { reference: string };
  facts: Facts;
};

export type PaymentMethod = {
  id: string;
  title: string;
  /** A sentence below the choice. */
  hint?: string;
};

/** The translation of a provider's title and methods. */
type ProviderWords = { title: string; methods: Readonly<Record<string, Omit<PaymentMethod, "id">>> };

/** How the buyer still has to pay. */
export type PaymentSteps = {
  title: string;
  text: string;
  facts: { label: string; value: string }[];
  warning: string | null;
};

/** What is due, formatted: "$78.44", "SC-7K2M9QX0", "December 6, 2026" or null without a deadline. */
export type Due = { amount: string; orderNumber: string; payBy: string | null; language: Language };

/**
 * A payment provider: one folder in lib/commerce/payment and one line in the shop's list; nothing else knows it by
 * name.
 *
 * Every call may be repeated, after a lost answer or a crash, and concurrently by two processes. The attempt's id (for
 * a refund its key) identifies the call, and a provider acts on it once. Each call throws if the provider cannot be
 * reached or its answer is not understood, and is then repeated later.
 */
export type PaymentProvider = {
  /** kebab-case. Permanent, because orders store it. */
  id: string;
  /** Former ids, which requests may still use. */
  formerIds?: readonly string[];
  /** False: shoppers cannot choose it any more. Its existing payments are still handled. */
  isOffered?: boolean;
  title: string;
  /** Title and methods in the shop's other languages. Falls back to the originals. */
  translations?: Partial<Record<Language, ProviderWords>>;
  /** The `d` of an SVG path in a 24 × 24 box. */
  icon: string;
  /** The first is the default. */
  methods: readonly [PaymentMethod, ...PaymentMethod[]];
  /** Whether an order is confirmed as soon as this provider accepts; otherwise it waits for the money. */
  confirmsOrder: boolean;
  /**
   * Whether `start` has an effect. It has none for a provider that takes no money before the order: its attempt is
   * written with the order, and the provider is not called.
   */
  asks: boolean;
  /** How long a shopper has to pay on the provider's page; 15 minutes by default. */
  minutesToPay?: number;
  /** The origins of its pages, such as "https://pay.example". */
  origins?: readonly string[];
  /** Requests the payment. Repeated calls get the first answer. */
  start(opening: Opening): Promise<Started>;
  /** The current state. An unknown attempt is `open`. */
  look(attempt: Attempt): Promise<Facts>;
  /** Captures an authorized payment. */
  capture(attempt: Attempt, amount: number): Promise<Facts>;
  /**
   * Makes sure that nothing can be paid any more, and releases an authorization. A capture stays, as the answer then
   * shows. The attempt's `start` may never have been answered, or may still be in transit.
   */
  release(attempt: Attempt): Promise<Facts>;
  /** Refunds `amount` of the captured money, once per key, even if that refund fails. */
  refund(attempt: Attempt, amount: number, key: string): Promise<Facts>;
  /**
   * Parses a request to /webhooks/<id>; empty if it is irrelevant.
   * @throws bad_request if it is not authentic
   */
  webhook?(request: Request): Promise<Notice[]>;
  /** Payment instructions for an unpaid order, in its mail and on its page. */
  steps?(due: Due): PaymentSteps | null;
};
