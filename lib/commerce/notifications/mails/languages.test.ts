import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { OrderConfirmation } from "#emails/order-confirmation.tsx";
import type { Order } from "#lib/commerce/order/index.ts";
import { renderMail } from "#lib/mail/send-mail.ts";
import { sampleOrder, sampleTransferOrder } from "#test/mail/sample-order.ts";
import { orderMailProps, orderSubject } from "./order-mail-props.ts";

const reader = {
  audience: "guest",
  to: { name: "Maren Oduya", address: "maren@example.com" },
  url: "http://localhost:3000/order-status/x",
} as const;

async function mailOf(order: Order) {
  const { html, text } = await renderMail({
    body: createElement(OrderConfirmation, orderMailProps(order, reader)),
  });
  // Amounts are set with spaces that do not break.
  return { subject: orderSubject(order), html, text: text.replace(/[\u00A0\u202F]/g, " ") };
}

describe("the order's locale decides the language of its mails, and how days and amounts are written", () => {
  test("German", async () => {
    const { subject, html, text } = await mailOf(sampleOrder({ locale: "de-DE" }));
    expect(subject).toBe("Ihre Bestellung SC-7K2M9QXA ist eingegangen");
    expect(html).toMatch(/<html[^>]* dir="ltr"[^>]* lang="de"/);
    expect(text).toContain("Vielen Dank, Maren. Ihre Bestellung ist eingegangen.");
    expect(text).toContain("Bestellt am 21. November 2026");
    expect(text).toContain("Lieferung Di., 24. Nov. bis Do., 26. Nov.");
    expect(text).toMatch(/Rabatt \(WELCOME10\) −15,40 \$/);
    expect(text).toMatch(/Steuer \(8 %\)/);
    expect(text).toContain("Vereinigte Staaten");
  });

  test("Arabic, from right to left, with the digits of its country", async () => {
    const { subject, html, text } = await mailOf(sampleOrder({ locale: "ar-EG" }));
    expect(subject).toBe("استلمنا طلبك SC-7K2M9QXA");
    expect(html).toMatch(/<html[^>]* dir="rtl"[^>]* lang="ar"/);
    expect(html).toMatch(/<body[^>]* dir="rtl"/);
    expect(text).toContain("شكرًا لك يا Maren. استلمنا طلبك.");
    expect(text).toContain("٢١ نوفمبر ٢٠٢٦");
    expect(text).toContain("١٥٫٤٠ US$");
    expect(text).toContain("الولايات المتحدة");
    // A telephone number is not turned round by what stands before it.
    expect(text).toContain("\u2066+1 207 555 0142\u2069");
    const emirates = await mailOf(sampleOrder({ locale: "ar-AE" }));
    expect(emirates.text).toContain("21 نوفمبر 2026");
  });

  test("without a country, the days are those of where it goes", async () => {
    const { text } = await mailOf(sampleOrder({ locale: "de" }));
    expect(text).toContain("Bestellt am 21. November 2026");
  });

  test("a language that the shop does not speak: English words, days and amounts of its country", async () => {
    const { subject, html, text } = await mailOf(sampleOrder({ locale: "fr-CH" }));
    expect(subject).toBe("Your order SC-7K2M9QXA is in");
    expect(html).toMatch(/<html[^>]* lang="en"/);
    expect(text).toContain("Placed on 21 November 2026");
  });

  test("what is no locale at all is as if nobody had said one", async () => {
    for (const locale of ["", "-", "de_DE", "x".repeat(40)]) {
      expect((await mailOf(sampleOrder({ locale }))).subject).toBe("Your order SC-7K2M9QXA is in");
    }
  });
});

test("every mail about an order that is still to be paid says how, in each language", async () => {
  const [de, ar] = await Promise.all(
    ["de-AT", "ar"].map((locale) => mailOf(sampleTransferOrder({ locale }))),
  );
  expect(de?.text).toMatch(/Überweisen Sie bitte € 154,00 auf das unten genannte Konto/);
  expect(ar?.text).toContain("تحويل مصرفي");
  expect(ar?.html).toContain("border-right:4px solid");
});
