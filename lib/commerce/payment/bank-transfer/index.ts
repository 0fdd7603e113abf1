import { paidLater } from "../paid-later.ts";
import { transferSteps } from "./transfer-steps.ts";

/** Bank transfer: the order waits until the merchant confirms the money. */
export const bankTransfer = paidLater({
  id: "bank-transfer",
  formerIds: ["manual"],
  title: "Bank transfer",
  translations: {
    de: {
      title: "Überweisung",
      methods: {
        bank_transfer: {
          title: "Überweisung",
          hint: "Wir senden Ihnen die Bankverbindung und verschicken die Ware nach Zahlungseingang.",
        },
      },
    },
    ar: {
      title: "تحويل مصرفي",
      methods: {
        bank_transfer: {
          title: "تحويل مصرفي",
          hint: "نرسل إليك بيانات الحساب المصرفي، ونشحن الطلب عند وصول المبلغ.",
        },
      },
    },
  },
  icon: "M3 10 12 4l9 6M5 10v8M10 10v8M14 10v8M19 10v8M3 20h18",
  methods: [
    {
      id: "bank_transfer",
      title: "Bank transfer",
      hint: "We will send the bank details, and ship when the money arrives.",
    },
  ],
  confirmsOrder: false,
  steps: transferSteps,
});
