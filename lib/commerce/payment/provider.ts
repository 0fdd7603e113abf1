import type { Language } from "#lib/platform/i18n/languages.ts";
import type { Attempt, Opening } from "./attempt.ts";

/** What a provider says of an attempt: all of it, not what is new. Amounts in minor units of the attempt's currency. */
export type Facts = {
  /**
   * `awaited`: the provider takes no money itself. `open`: nothing is decided, the shopper may still pay.
   * `released`: what was reserved is free again, or it was closed before anything was.
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
  /** What the shopper was asked for. An order is placed for no other amount than the attempt's. */
  amount: number;
  currency: string;
  /** Taken so far, over all. */
  captured: number;
  /** Given back so far, over all. */
  refunded: number;
  /** The provider's name for it by now; null keeps the one that is known. */
  reference: string | null;
  /** Why it was declined, for the shopper to read. */
  reason?: string;
};

/** Whether the shopper has paid, or the money is reserved. */
export function hasMoney({ state, captured }: Pick<Facts, "state" | "captured">): boolean {
  return state === "authorized" || captured > 0;
}

export type Started =
  | { status: "settled"; facts: Facts }
  | { status: "redirect"; url: string; reference: string }
  | { status: "declined"; reason: string };

/** One thing that a provider told of its own accord. */
export type Notice = {
  /** The provider's id for the telling: told again, it is not heard again. */
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

/** A way to pay in another language of the shop. */
export type ProviderWords = { title: string; methods: Readonly<Record<string, Omit<PaymentMethod, "id">>> };

/** What a buyer still has to do about the money, in words. */
export type PaymentSteps = {
  title: string;
  text: string;
  facts: { label: string; value: string }[];
  warning: string | null;
};

/** What is due, as people read it: "$78.44", "SC-7K2M9QX0", "December 6, 2026" or null when there is no end. */
export type Due = { amount: string; orderNumber: string; payBy: string | null; language: Language };

/**
 * A way to pay. One folder in lib/commerce/payment and one line where the shop lists what it offers; nothing else
 * knows it by name.
 *
 * All that is asked may be asked again, after a lost answer or a crash, and at the same time by two processes: an
 * attempt's id (for a refund its key) names what is asked, and a provider does it once. Each throws when the provider
 * cannot be reached or its answer is not understood; then it is asked again later.
 */
export type PaymentProvider = {
  /** kebab-case, for good: it stands in orders. */
  id: string;
  /** Names that it had earlier; requests may use them. */
  formerIds?: readonly string[];
  /** False: shoppers cannot choose it any more; what was paid by it is looked after all the same. */
  isOffered?: boolean;
  title: string;
  /** The title and the methods in the shop's other languages; where one is missing, they stand as they are. */
  translations?: Partial<Record<Language, ProviderWords>>;
  /** The `d` of an SVG path in a box of 24 × 24. */
  icon: string;
  /** The first one is taken when a caller names none. */
  methods: readonly [PaymentMethod, ...PaymentMethod[]];
  /** Whether an order stands as soon as this provider said yes; otherwise it waits for the money. */
  confirmsOrder: boolean;
  /**
   * Whether `start` does something in the world. One that takes no money before the order does not: its attempt is
   * written with the order, and nobody is asked.
   */
  asks: boolean;
  /** How long a shopper has to pay at the provider's page; 15 minutes unless said otherwise. */
  minutesToPay?: number;
  /** The origins of the pages that it sends a shopper's browser to, such as "https://pay.example". */
  origins?: readonly string[];
  /** Asks for the money. Asked again, it gives the first answer. */
  start(opening: Opening): Promise<Started>;
  /** The truth. An attempt that the provider never heard of is `open`. */
  look(attempt: Attempt): Promise<Facts>;
  /** Takes what was reserved. */
  capture(attempt: Attempt, amount: number): Promise<Facts>;
  /**
   * Makes sure that nothing can be paid any more, and frees what was reserved. What was captured stays; the answer
   * says so. The attempt's `start` may never have been answered, or may still be on its way.
   */
  release(attempt: Attempt): Promise<Facts>;
  /** Gives `amount` back of what was captured, once for each key. */
  refund(attempt: Attempt, amount: number, key: string): Promise<Facts>;
  /**
   * Reads what the provider sent to /webhooks/<id>; empty when it is of no concern here.
   * @throws bad_request when it does not prove that it comes from the provider
   */
  webhook?(request: Request): Promise<Notice[]>;
  /** What a buyer whose order waits for money is told to do; in the order's mail and on its page. */
  steps?(due: Due): PaymentSteps | null;
};
