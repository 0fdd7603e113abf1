import { describe } from "vitest";
import { openGateway } from "#test/payment/gateway.ts";
import { keepsTheContract } from "#test/payment/provider-contract.ts";
import { asRecorded } from "./paid-later.ts";
import type { PaymentProvider } from "./provider.ts";
import "#lib/shop.ts";
import { providerNamed } from "./providers.ts";

describe("bank transfer", () => keepsTheContract({ provider: providerNamed("bank-transfer") }));
describe("cash on delivery", () => keepsTheContract({ provider: providerNamed("cash-on-delivery") }));
describe("demo card", () =>
  keepsTheContract({ provider: providerNamed("demo-card"), reserves: true, declines: "card_declines" }));

describe("the tests' own gateway", () => {
  const gateway = openGateway();
  keepsTheContract({
    provider: gateway.provider,
    pay: async ({ id }) => gateway.pay(id),
    reserves: true,
    declines: "declines",
    refunds: {
      pay: async ({ id }) => {
        gateway.refundSlowly(id);
        gateway.pay(id);
      },
      end: async ({ id }, end) => gateway.endRefunds(id, end === "late" ? "done" : "failed"),
    },
  });
});

/** A minimal provider. */
const vouchers: PaymentProvider = {
  id: "vouchers",
  title: "Voucher",
  icon: "M3 7h18v10H3z",
  methods: [{ id: "voucher", title: "Voucher" }],
  confirmsOrder: true,
  asks: true,
  start: async (opening) => {
    const reference = `voucher_${opening.id}`;
    const taken = { ...opening, reference, state: "captured", captured: opening.amount } as const;
    return { status: "settled", facts: asRecorded(taken) };
  },
  look: async (attempt) => asRecorded(attempt),
  capture: async (attempt, amount) => asRecorded({ ...attempt, state: "captured", captured: amount }),
  release: async (attempt) => asRecorded(attempt.captured > 0 ? attempt : { ...attempt, state: "released" }),
  refund: async (attempt, amount) => asRecorded({ ...attempt, refunded: attempt.refunded + amount }),
};

describe("a provider of fifteen lines", () => keepsTheContract({ provider: vouchers }));
