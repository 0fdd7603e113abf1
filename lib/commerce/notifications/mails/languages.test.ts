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
  // Amounts contain no-break spaces.
  return { subject: orderSubject(order), html, text: text.replace(/[\u00A0\u202F]/g, " ") };
}

describe("the order's locale decides the language of its mails, and how days and amounts are written", () => {
  test("German", async () => {
    const { subject, html, text } = await mailOf(sampleOrder({ locale: "de-DE" }));
    expect(subject).toBe("Ihre Bestellung SC-7K2M9QXA ist eingegangen");
    expect(html).toMatch(/<html[^>]* dir="ltr"[^>]* lang="de"/);
    expect(text).toContain("Vielen Dank, Maren. Ihre Bestellung ist eingegangen.");
    expect(text).toContain("Bestellt am 21. November 2026");
    expect(text).toContain("Lieferung Do., 26. Nov. bis Mo., 30. Nov.");
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
    // The phone number keeps its direction inside right-to-left text.
    expect(text).toContain("\u2066+1 207 555 0142\u2069");
    const emirates = await mailOf(sampleOrder({ locale: "ar-AE" }));
    expect(emirates.text).toContain("21 نوفمبر 2026");
  });

  test("without a country, dates are formatted for the destination", async () => {
    const { text } = await mailOf(sampleOrder({ locale: "de" }));
    expect(text).toContain("Bestellt am 21. November 2026");
  });

  test("an unsupported language: English text, with the country's dates and amounts", async () => {
    const { subject, html, text } = await mailOf(sampleOrder({ locale: "tlh-CH" }));
    expect(subject).toBe("Your order SC-7K2M9QXA is in");
    expect(html).toMatch(/<html[^>]* lang="en"/);
    expect(text).toContain("Placed on 21 November 2026");
  });

  test("a malformed locale counts as none", async () => {
    for (const locale of ["", "-", "de_DE", "x".repeat(40)]) {
      expect((await mailOf(sampleOrder({ locale }))).subject).toBe("Your order SC-7K2M9QXA is in");
    }
  });
});

test("every mail about an unpaid order says how to pay, in each language", async () => {
  const [de, ar] = await Promise.all(
    ["de-AT", "ar"].map((locale) => mailOf(sampleTransferOrder({ locale }))),
  );
  expect(de?.text).toMatch(/Überweisen Sie bitte € 154,00 auf das unten genannte Konto/);
  expect(ar?.text).toContain("تحويل مصرفي");
  expect(ar?.html).toContain("border-right:4px solid");
});
