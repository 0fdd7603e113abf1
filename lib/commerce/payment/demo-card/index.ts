import { setTimeout as sleep } from "node:timers/promises";
import type { Attempt } from "../attempt.ts";
import { asRecorded } from "../paid-later.ts";
import type { Facts, PaymentProvider } from "../provider.ts";
import { translations } from "./translations.ts";

const lateAfterMs = 3_000;

/**
 * Cards that behave as their names say, for trying out a checkout. No money moves, and `look` returns our own record,
 * the only one there is.
 */
export const demoCard: PaymentProvider = {
  id: "demo-card",
  formerIds: ["test"],
  title: "Demo card",
  translations,
  icon: "M3 6h18v12H3zM3 10h18M6 14.5h4",
  methods: [
    {
      id: "card_succeeds",
      title: "Demo card that is accepted",
      hint: "For trying the shop out: no money moves.",
    },
    {
      id: "card_declines",
      title: "Demo card that is declined",
      hint: "Shows what happens when a bank says no.",
    },
    { id: "card_late", title: "Demo card that answers late", hint: "Takes three seconds, as banks do." },
    {
      id: "card_second_step",
      title: "Demo card with a second step",
      hint: "Leads to another page, where you accept or decline.",
    },
  ],
  confirmsOrder: true,
  asks: true,
  async start(opening) {
    const { id, method } = opening;
    if (method === "card_declines") return { status: "declined", reason: declined };
    if (method === "card_second_step") {
      const url = new URL(`/checkout/demo-card/${id}`, opening.returnUrl);
      return { status: "redirect", url: url.toString(), reference: `demo_${id}` };
    }
    if (method === "card_late") await sleep(lateAfterMs);
    return { status: "settled", facts: accept(opening) };
  },
  look: async (attempt) => asRecorded(attempt),
  capture: async (attempt, amount) => asRecorded({ ...attempt, state: "captured", captured: amount }),
  release: async (attempt) => asRecorded(attempt.captured > 0 ? attempt : { ...attempt, state: "released" }),
  refund: async (attempt, amount) => asRecorded({ ...attempt, refunded: attempt.refunded + amount }),
};

const declined = "The card was declined";

/** The facts after the shopper has approved. */
export function accept(attempt: Attempt): Facts {
  const taken =
    attempt.capture === "on-placement"
      ? ({ state: "captured", captured: attempt.amount } as const)
      : ({ state: "authorized", captured: 0 } as const);
  return { ...asRecorded({ ...attempt, ...taken }), reference: `demo_${attempt.id}` };
}

/** The facts after the shopper has declined the second step. */
export function decline(attempt: Attempt): Facts {
  return { ...asRecorded({ ...attempt, state: "declined" }), reason: declined };
}
