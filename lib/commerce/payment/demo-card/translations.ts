import type { PaymentProvider } from "../provider.ts";

export const translations: NonNullable<PaymentProvider["translations"]> = {
  de: {
    title: "Testkarte",
    methods: {
      card_succeeds: {
        title: "Testkarte, die angenommen wird",
        hint: "Zum Ausprobieren des Shops: Es fließt kein Geld.",
      },
      card_declines: {
        title: "Testkarte, die abgelehnt wird",
        hint: "Zeigt, was geschieht, wenn die Bank ablehnt.",
      },
      card_late: {
        title: "Testkarte, die verzögert antwortet",
        hint: "Braucht drei Sekunden, wie manche Bank.",
      },
      card_second_step: {
        title: "Testkarte mit zweitem Schritt",
        hint: "Führt auf eine weitere Seite, auf der Sie zustimmen oder ablehnen.",
      },
    },
  },
  ar: {
    title: "بطاقة تجريبية",
    methods: {
      card_succeeds: { title: "بطاقة تجريبية مقبولة", hint: "لتجربة المتجر: لا تُنقل أي أموال." },
      card_declines: { title: "بطاقة تجريبية مرفوضة", hint: "تُظهر ما يحدث عندما يرفض المصرف الدفع." },
      card_late: { title: "بطاقة تجريبية متأخرة الرد", hint: "تستغرق ثلاث ثوانٍ، كما تفعل المصارف." },
      card_second_step: {
        title: "بطاقة تجريبية بخطوة ثانية",
        hint: "تنقلك إلى صفحة أخرى تقبل فيها الدفع أو ترفضه.",
      },
    },
  },
};
