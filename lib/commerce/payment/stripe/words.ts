import type { PaymentProvider } from "../provider.ts";

/** Text that shoppers see: next to the method, and after a failed payment. */
export const words = {
  title: "Card or wallet",
  hint: "You pay on Stripe’s page and come back here.",
  declined: "The payment was declined.",
  notOpened: "The payment page could not be opened. Please try again.",
  notThisAmount: "This amount cannot be paid by card. Please choose another way to pay.",
};

export const translations: NonNullable<PaymentProvider["translations"]> = {
  de: {
    title: "Karte oder Wallet",
    methods: {
      checkout: {
        title: "Karte oder Wallet",
        hint: "Sie bezahlen auf der Seite von Stripe und kehren hierher zurück.",
      },
    },
  },
  ar: {
    title: "بطاقة أو محفظة رقمية",
    methods: {
      checkout: { title: "بطاقة أو محفظة رقمية", hint: "تدفع على صفحة Stripe ثم تعود إلى هنا." },
    },
  },
};
