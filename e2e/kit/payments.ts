import type { Person } from "./person.ts";

/** How the payment provider may behave the next time that it is asked. */
export type Behaviour = "accepted" | "declined" | "late";

/** The payment provider, made to behave. */
export type Payments = {
  /** Arranges the next payment of somebody on the payment page: chooses the provider, tells its stand-in what to do. */
  next(person: Person, behaviour: Behaviour): Promise<void>;
  /** What is left to do once the order is sent, such as a page of the provider's own; nothing for most. */
  finish?(person: Person, behaviour: Behaviour): Promise<void>;
  /** The store API's input for a payment that is accepted immediately. */
  api: { paymentProvider: string; paymentMethod: string };
};

/** The demo's own test card, whose methods do as they are called. */
export const demoCard: Payments = {
  async next({ page, words }, behaviour) {
    await page.getByRole("radio", { name: words.payment[behaviour] }).check();
  },
  api: { paymentProvider: "demo-card", paymentMethod: "card_succeeds" },
};

/** Stripe, whose page is the one of the stand-in that `npm start -- --stripe` brings. */
export const stripe: Payments = {
  async next({ page }) {
    await page.getByRole("radio", { name: /^Card or wallet/ }).check();
  },
  async finish({ page }, behaviour) {
    const card = behaviour === "declined" ? /that is declined/ : /that is accepted/;
    await page.getByRole("radio", { name: card }).check();
    await page.getByRole("button", { name: "Pay", exact: true }).click();
  },
  api: { paymentProvider: "stripe", paymentMethod: "checkout" },
};
