import type { Language } from "#lib/platform/i18n/languages.ts";
import { paidLater } from "../paid-later.ts";

type Steps = (amount: string) => { title: string; text: string };

// Other languages fall back to English.
const steps: { en: Steps } & Partial<Record<Language, Steps>> = {
  en: (amount) => ({
    title: "Pay at the door",
    text: `Please have ${amount} ready in cash when your parcel comes. Nothing is due before.`,
  }),
  de: (amount) => ({
    title: "Zahlung bei Lieferung",
    text: `Bitte halten Sie ${amount} in bar bereit, wenn Ihr Paket kommt. Vorher ist nichts zu bezahlen.`,
  }),
  ar: (amount) => ({
    title: "الدفع عند الاستلام",
    text: `يرجى تجهيز ${amount} نقدًا عند وصول الطرد. ولا يُستحق أي مبلغ قبل ذلك.`,
  }),
};

/** Cash on delivery: the order is shipped immediately and paid on delivery. */
export const cashOnDelivery = paidLater({
  id: "cash-on-delivery",
  formerIds: ["cod"],
  title: "Cash on delivery",
  translations: {
    de: {
      title: "Nachnahme",
      methods: { cash: { title: "Nachnahme", hint: "Sie zahlen bar beim Zusteller." } },
    },
    ar: {
      title: "الدفع عند الاستلام",
      methods: {
        cash: { title: "الدفع عند الاستلام", hint: "ادفع نقدًا لمندوب التوصيل عند باب منزلك." },
      },
    },
  },
  icon: "M3 7h18v10H3zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M6 10v4M18 10v4",
  methods: [{ id: "cash", title: "Cash on delivery", hint: "Pay the carrier at the door." }],
  confirmsOrder: true,
  steps: ({ amount, language }) => ({ ...(steps[language] ?? steps.en)(amount), facts: [], warning: null }),
});
