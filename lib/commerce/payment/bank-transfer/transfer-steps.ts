import type { Language } from "#lib/platform/i18n/languages.ts";
import type { Due, PaymentSteps } from "../provider.ts";

type Words = {
  title: string;
  text: (amount: string) => string;
  amount: string;
  reference: string;
  recipient: string;
  bank: string;
  bankName: string;
  payBy: string;
  warning: string;
};

// Other languages fall back to English.
const wordsIn: { en: Words } & Partial<Record<Language, Words>> = {
  en: {
    title: "How to pay",
    text: (amount) =>
      `Transfer ${amount} to the account below and give your order number as the reference, so that we know the money is yours.`,
    amount: "Amount",
    reference: "Reference",
    recipient: "Recipient",
    bank: "Bank",
    bankName: "Example Bank (not a real one)",
    payBy: "Pay by",
    warning: "Saltmarsh is a demonstration shop and this account does not exist. Please send no money.",
  },
  de: {
    title: "So bezahlen Sie",
    text: (amount) =>
      `Überweisen Sie bitte ${amount} auf das unten genannte Konto und geben Sie Ihre Bestellnummer als Verwendungszweck an, damit wir die Zahlung zuordnen können.`,
    amount: "Betrag",
    reference: "Verwendungszweck",
    recipient: "Empfänger",
    bank: "Bank",
    bankName: "Example Bank (keine echte Bank)",
    payBy: "Zahlbar bis",
    warning: "Saltmarsh ist ein Demoshop, und dieses Konto gibt es nicht. Bitte überweisen Sie kein Geld.",
  },
  ar: {
    title: "طريقة الدفع",
    text: (amount) =>
      `حوّل مبلغ ${amount} إلى الحساب أدناه، واذكر رقم طلبك مرجعًا للتحويل حتى نعرف أن المبلغ منك.`,
    amount: "المبلغ",
    reference: "المرجع",
    recipient: "المستفيد",
    bank: "المصرف",
    bankName: "Example Bank (مصرف غير حقيقي)",
    payBy: "آخر موعد للدفع",
    warning: "Saltmarsh متجر تجريبي، وهذا الحساب غير موجود. يرجى عدم تحويل أي مبلغ.",
  },
};

/** The account to transfer to, and the reference to use. */
export function transferSteps({ amount, orderNumber, payBy, language }: Due): PaymentSteps {
  const words = wordsIn[language] ?? wordsIn.en;
  return {
    title: words.title,
    text: words.text(amount),
    facts: [
      { label: words.amount, value: amount },
      { label: words.reference, value: orderNumber },
      { label: words.recipient, value: "Saltmarsh Demo Shop" },
      { label: words.bank, value: words.bankName },
      { label: "IBAN", value: "XX00 DEMO 0000 0000 0000" },
      ...(payBy ? [{ label: words.payBy, value: payBy }] : []),
    ],
    warning: words.warning,
  };
}
