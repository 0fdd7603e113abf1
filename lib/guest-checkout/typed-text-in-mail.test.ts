import { describe, expect, test } from "vitest";
import type { Order } from "#lib/commerce/order/index.ts";
import type { Address } from "#lib/platform/address.ts";
import { copiedFrom, linksOf, tagsOf } from "#test/mail/read-html.ts";
import { sampleCashOrder, sampleLine, sampleOrder } from "#test/mail/sample-order.ts";
import { lookupUrl, rendered, statusUrl } from "./testing/rendered-mail.ts";

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
