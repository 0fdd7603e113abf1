import { expect } from "@playwright/test";
import { causeFault, type StripeFault } from "./fake-stripe.ts";
import type { Person } from "./person.ts";

/** The behaviour of the payment provider at the next payment. */
export type Behaviour = "accepted" | "declined" | "late";

/** Controls the payment provider. */
export type Payments = {
  /** Prepares the next payment on the payment page: chooses the provider, and tells its fake what to do. */
  next(person: Person, behaviour: Behaviour): Promise<void>;
  /** The steps after the order is sent, such as the provider's own page. Most have none. */
  finish?(person: Person, behaviour: Behaviour): Promise<void>;
  /** Lets something go wrong between the shop and the provider, whose page is open. */
  causeFault?(person: Person, fault: StripeFault): Promise<void>;
  /** The store API's input for a payment that is accepted immediately. */
  api: { paymentProvider: string; paymentMethod: string };
};

/** The demo's test card, whose methods behave as they are named. */
export const demoCard: Payments = {
  async next({ page, words }, behaviour) {
    const choice = page.getByRole("radio", { name: words.payment[behaviour] });
    const remedy =
      "No demo card is offered: start the shop with DEMO=on, or use your provider in e2e/kit/payments.ts";
    await expect(choice, remedy).toBeAttached();
    await choice.check();
  },
  api: { paymentProvider: "demo-card", paymentMethod: "card_succeeds" },
};

/** Stripe, with the page of the fake that `npm start -- --stripe` starts. */
export const stripe: Payments = {
  async next({ page }) {
    await page.getByRole("radio", { name: /^Card or wallet/ }).check();
  },
  async finish({ page }, behaviour) {
    if (behaviour === "late") await causeFault(page, "answer slow");
    const card = behaviour === "declined" ? /that is declined/ : /that is accepted/;
    await page.getByRole("radio", { name: card }).check();
    await page.getByRole("button", { name: "Pay", exact: true }).click();
  },
  causeFault: ({ page }, fault) => causeFault(page, fault),
  api: { paymentProvider: "stripe", paymentMethod: "checkout" },
};
