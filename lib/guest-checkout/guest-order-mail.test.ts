import { describe, expect, test } from "vitest";
import type { Order } from "#lib/commerce/order/index.ts";
import { renderMail } from "#lib/mail/send-mail.ts";
import type { Address } from "#lib/platform/address.ts";
import { newId } from "#lib/platform/ids.ts";
import { copiedFrom, linksOf, squeeze, tagsOf, wordsOf } from "#test/mail/read-html.ts";
import { sampleCashOrder, sampleLine, sampleOrder, sampleTransferOrder } from "#test/mail/sample-order.ts";
import { guestOrderMail } from "./guest-order-mail.ts";

const statusUrl = "http://localhost:3000/order-status/Zk3vQ0b8xT1mYw7LrN5cPq2eHs9uJdFaGiKoXzVtBnM";
const lookupUrl = "http://localhost:3000/order-status";

async function rendered(order: Order) {
  const to = { name: order.contactName, address: "maren@example.com" };
  const event = { id: newId(), type: "order.placed", orderId: order.id } as const;
  const mail = await guestOrderMail(order, { audience: "guest", to, url: statusUrl }, event);
  if (!mail) throw new Error("No mail was written");
  return { mail, ...(await renderMail(mail)) };
}

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
      "Subtotal $154.00 Discount (WELCOME10) −$15.40 Standard shipping $5.00 Tax (8%) $11.09 Total $154.69",
      "Maren Oduya 14 Harbor Lane Apartment 3 Portland, ME 04101 United States Phone +1 207 555 0142",
      "Demo card $154.69 paid",
      statusUrl,
      `e-mail address and order number SC-7K2M9QXA at ${lookupUrl}`,
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
      "International shipping (FREESHIP) Free Total €154.00 Includes €25.67 VAT (20%)",
      "Jonas Grünwald Schönbrunner Straße 12/4 1050 Wien Austria",
      "Bank transfer €154.00 to pay",
    ]);
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

describe("text that a stranger typed stays text", () => {
  const hostile = {
    "a tag": '<img src=x onerror=alert(1)><h1 style="font-size:99px">',
    "the end of a table": "</td></tr></table><a href='https://evil.example'>Pay here</a>",
    "a conditional comment": "<!--[if mso]><v:rect href='https://evil.example'/><![endif]-->",
    "the end of the style sheet": "</style></script><script>alert(1)</script>",
    "an attribute": '" onmouseover="alert(1)" href="javascript:alert(1)',
    "a link": "Pay at https://evil.example/pay?x=1 or www.evil.example or mail pay@evil.example",
    Markdown: "[Your order](https://evil.example)",
    "lines of its own": "Eve\r\n\r\nView your order https://evil.example\u2028Total $0.00",
    "a direction override": "\u202Eelpmaxe.live\u202C \u2066x\u2069",
    "nothing to see": "\u200B\u2060\uFEFF\u0000\u001B[2J",
  };
  const usual = sampleCashOrder();
  // Puts the text everywhere except into order numbers, the shop's own names and amounts.
  function orderOf(text: string): Order {
    const address: Address = {
      ...usual.shippingAddress,
      firstName: text,
      lastName: text,
      line1: text,
      line2: text,
      city: text,
      region: text,
      postalCode: text,
      phone: text,
    };
    const lines = usual.lines.map((line) => ({ ...line, name: `${text}x`, variantTitle: text }));
    return {
      ...usual,
      contactName: text,
      shippingAddress: address,
      billingAddress: { ...address, line1: `${text}x` },
      deliveryNote: text,
      lines,
    };
  }

  test.each(Object.entries(hostile))("%s", async (_, text) => {
    const [plain, attacked] = await Promise.all([rendered(orderOf("1 plain text")), rendered(orderOf(text))]);
    const shown = (tags: string[]) => tags.filter((tag) => tag !== "div" && tag !== "span");
    expect(shown(tagsOf(attacked.html))).toEqual(shown(tagsOf(plain.html)));
    expect(linksOf(attacked.html)).toEqual([
      lookupUrl.replace("/order-status", ""),
      statusUrl,
      lookupUrl,
      statusUrl,
    ]);
    const typed = (part: string) =>
      part
        .split(/Delivery/i)
        .slice(1)
        .join("")
        .split(/No account needed/i)[0] ?? "";
    // Mail programs turn bare text into links, so no element may contain a whole link that was typed.
    expect(typed(attacked.html)).not.toMatch(/:\/\/|www\.\w|\w@\w|\w\.example/);
    for (const part of [typed(attacked.html), typed(attacked.text)]) {
      expect(part).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u2028]|[^\P{Cc}\n]/u);
    }
    expect(attacked.text.match(/^View your order /gm)).toHaveLength(1);
    expect(attacked.text.match(/^Total /gm)).toHaveLength(1);
    expect(attacked.text).toMatch(/^Thank you\. Your order is in\.$/m);
  });
});

describe("typed text arrives as typed", () => {
  const typed = {
    firstName: "J. R. R.",
    lastName: "O'Brien-Ångström Jr.",
    line1: "P.O. Box 12.5, St.Louis Ave.",
    line2: "c/o me@work.example, see http://evil.example/x?y=1&z or 10.0.0.1",
    city: "St.Louis",
    region: "MO",
    postalCode: "63101-0001",
    country: "US",
    phone: "+1 (314) 555.01.42 ext. 7",
  };
  const lines = [
    sampleLine({
      name: "No.5 U.S.A. Mug <1.5 l>",
      variantTitle: "v2.0/St.Ives",
      quantity: 1,
      unitPrice: 100,
    }),
  ];

  test("in the text part and, visibly and copied, in the HTML, without zero-width characters", async () => {
    const order = sampleOrder({
      shippingAddress: typed,
      billingAddress: typed,
      lines,
      merchantNumber: "web.shop-1",
    });
    const { html, text } = await rendered(order);
    const copied = copiedFrom(html);
    for (const part of [text, copied]) {
      for (const line of [
        "J. R. R. O'Brien-Ångström Jr.",
        typed.line1,
        typed.line2,
        "St.Louis, MO 63101-0001",
        `Phone ${typed.phone}`,
        "No.5 U.S.A. Mug <1.5 l>",
        "v2.0/St.Ives · 1 × $1.00",
        "web.shop-1",
      ]) {
        expect(part).toContain(line);
      }
      expect(part).not.toMatch(/[\u00AD\u200B-\u200F\u2060\uFEFF]/);
    }
  });
});
