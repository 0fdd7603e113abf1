import { setTimeout as sleep } from "node:timers/promises";
import { sha256 } from "#lib/platform/secrets.ts";
import type { PaymentProvider, PaymentRequest } from "./authorizing.ts";

const lateAfterMs = 3_000;

/** Cards that behave as their name says, to try a checkout out. No money moves. */
export const testCard: PaymentProvider = {
  id: "test",
  title: "Test card",
  methods: [
    { id: "card_succeeds", title: "Card that is accepted" },
    { id: "card_declines", title: "Card that is declined" },
    { id: "card_late", title: "Card that answers late" },
  ],
  confirmsOrder: true,
  async authorize(request: PaymentRequest) {
    if (request.method === "card_declines") return { status: "declined", reason: "The card was declined" };
    if (request.method === "card_late") await sleep(lateAfterMs);
    return { status: "paid", reference: `test_${sha256(request.key).slice(0, 24)}` };
  },
  release: async () => {},
};
