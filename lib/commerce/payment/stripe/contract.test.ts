import { afterAll, describe } from "vitest";
import { startStripeShop } from "#test/fakes/stripe/shop.ts";
import { keepsTheContract } from "#test/payment/provider-contract.ts";

const { provider, fake } = await startStripeShop();
afterAll(() => fake.close());

describe("Stripe", () =>
  keepsTheContract({
    provider,
    pay: ({ reference }) => fake.control("pay", { session: reference ?? "" }),
    reserves: true,
    refunds: {
      pay: ({ reference }, end) =>
        fake.control("pay", {
          session: reference ?? "",
          card: end === "late" ? "4000000000007726" : "4000000000005126",
        }),
      end: () => fake.control("advance", { seconds: 31 }),
    },
    forged: () =>
      new Request("http://localhost:3000/webhooks/stripe", {
        method: "POST",
        headers: { "stripe-signature": "t=1,v1=00" },
        body: "{}",
      }),
  }));
