import { describe, expect, test } from "vitest";
import { languages } from "#lib/platform/i18n/languages.ts";
import { expectPlain } from "#test/mail/expect-plain.ts";
import { squeeze, wordsOf } from "#test/mail/read-html.ts";
import { sampleCashOrder, sampleLine, sampleOrder, sampleTransferOrder } from "#test/mail/sample-order.ts";
import { lookupUrl, rendered, statusUrl } from "./testing/rendered-mail.ts";

/** Expects the facts in the visible text of both parts. */
function expectInBoth({ html, text }: { html: string; text: string }, facts: string[]): void {
  const [seen, read] = [wordsOf(html), squeeze(text)];
  for (const fact of facts) {
    expect(seen).toContain(fact);
    expect(read).toContain(fact);
  }
}

describe("HTML and text have the same content", () => {
  test("of an order paid by card", async () => {
    const parts = await rendered(sampleOrder());
    expectInBoth(parts, [
      "Thank you, Maren. Your order is in.",
      "Order number SC-7K2M9QXA",
      "Placed on November 21, 2026",
      "Expected Thu, Nov 26 to Mon, Nov 30",
      "Waffle Towel $96.00 Cream / Bath · 2 × $48.00",
      "Olive Oil Soap $30.00 Rosemary · 3 × $10.00",
      "Bath Brush $28.00 Oak, 16 inches · 1 × $28.00",
      "Subtotal $154.00 Discount (WELCOME10) −$15.40 Shipping, Standard $5.00 Tax (8%) $11.09 Total $154.69",
      "Maren Oduya 14 Harbor Lane Apartment 3 Portland, ME 04101 United States Phone +1 207 555 0142",
      "Demo card $154.69 paid",
      statusUrl,
      `email address and order number SC-7K2M9QXA at ${lookupUrl}`,
      "without a password",
    ]);
    expect(parts.text).toMatch(/no account needed/i);
    expect(parts.html).not.toMatch(/How to pay|Pay at the door/);
  });

  test("of one that awaits a bank transfer, with instructions", async () => {
    expectInBoth(await rendered(sampleTransferOrder()), [
      "Expected 6 to 10 working days after payment",
      "Amount €154.00 Reference SC-P3N6VB1E",
      "this account does not exist. Please send no money.",
      "Shipping, International (FREESHIP) Free Total €154.00 Includes €25.67 VAT (20%)",
      "Jonas Grünwald Schönbrunner Straße 12/4 1050 Wien Austria",
      "Bank transfer €154.00 to pay",
    ]);
  });

  test("whose payment reference has a phone's whole width", async () => {
    const { html } = await rendered(sampleTransferOrder());
    expect(html).toMatch(/<td class="m-stack"[^>]*><span dir="auto">SC-P3N6VB1E</);
  });

  test("of one with cash on delivery and a different billing address", async () => {
    expectInBoth(await rendered(sampleCashOrder()), [
      "Please have $154.69 ready in cash",
      "Cash on delivery $154.69 to pay",
      "Maren Oduya 9 Exchange Street Boston, MA 02109 United States",
    ]);
  });
});

describe("a mail that every mail program can show", () => {
  test("it goes to the captured address, with a stable id", async () => {
    const { mail } = await rendered(sampleOrder());
    expect(mail).toMatchObject({
      id: "order.0199d3a0-1c2b-7d3e-8f4a-5b6c7d8e9f01.confirmation.v1",
      to: { name: "Maren Oduya", address: "maren@example.com" },
      subject: "Your order SC-7K2M9QXA is in",
    });
  });

  test("it has a preview text in the inbox that is hidden in the mail", async () => {
    const { html, text } = await rendered(sampleOrder());
    const preheader = "6 items for $154.69, to Portland. Follow it with the link inside, no password needed.";
    expect(html).toMatch(
      new RegExp(`<div style="display:none[^>]*>${preheader.replaceAll(/[$.]/g, "\\$&")}`),
    );
    expect(text).not.toContain(preheader);
  });

  test("it loads nothing, runs nothing and has no form", async () => {
    const { html } = await rendered(sampleTransferOrder());
    expect(html).not.toMatch(/<(script|form|input|img|link|iframe|object|svg)\b/i);
    expect(html).not.toMatch(/url\(|@import|@font-face|\son\w+=/i);
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).not.toMatch(/#(fff|000)\b|#(ffffff|000000)\b/i);
  });

  test("with a hundred lines, all are there and Gmail does not clip it", async () => {
    const lines = Array.from({ length: 100 }, (_, index) =>
      sampleLine({
        name: `A product with a rather long title, number ${index}`,
        variantTitle: "Cream / Extra large",
        quantity: index + 1,
        unitPrice: 129_900,
      }),
    );
    const { html, text } = await rendered(sampleOrder({ lines }));
    expect(Buffer.byteLength(html)).toBeLessThan(80 * 1024);
    for (let index = 0; index < lines.length; index += 1) {
      expect(text).toContain(`number ${index} $${(1299 * (index + 1)).toLocaleString("en-US")}.00`);
    }
  });
});

test.each(languages)("both parts are what react-email makes of the template, in %s", async (locale) => {
  for (const order of [sampleOrder, sampleTransferOrder, sampleCashOrder])
    await expectPlain((await rendered(order({ locale }))).mail.body);
});
