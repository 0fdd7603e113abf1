import fc from "fast-check";
import { createElement, type ReactElement } from "react";
import { describe, test } from "vitest";
import { ActionMail } from "#emails/action-mail.tsx";
import { OrderConfirmation } from "#emails/order-confirmation.tsx";
import { orderMailProps, refundFailedMail, shippedMail } from "#lib/commerce/notifications/mails/index.ts";
import type { Order } from "#lib/commerce/order/index.ts";
import { languages } from "#lib/platform/i18n/languages.ts";
import { newId } from "#lib/platform/ids.ts";
import { expectPlain } from "#test/mail/expect-plain.ts";
import { sampleCashOrder, sampleLine, sampleOrder, sampleTransferOrder } from "#test/mail/sample-order.ts";
import { anyText } from "#test/support/any-text.ts";
import { cleanText } from "./clean-text.ts";

const reader = {
  audience: "guest",
  to: { name: "Maren Oduya", address: "maren@example.com" },
  url: "http://localhost:3000/order-status/x?a=1&b=2",
} as const;

async function mailsAbout(order: Order): Promise<ReactElement[]> {
  const event = { id: newId(), type: "order.placed", orderId: order.id } as const;
  const mails = await Promise.all(
    [shippedMail, refundFailedMail].map((write) => write(order, reader, event)),
  );
  const bodies = mails.flatMap((mail) => (mail ? [mail.body] : []));
  return [...bodies, createElement(OrderConfirmation, orderMailProps(order, reader))];
}

describe("a mail is what react-email makes of its template", () => {
  test.each(languages)("about every kind of order, in %s", async (locale) => {
    for (const order of [sampleOrder, sampleTransferOrder, sampleCashOrder]) {
      for (const body of await mailsAbout(order({ locale }))) await expectPlain(body);
    }
  });

  test("whatever a shopper has typed", async () => {
    // Fields that are all control characters are not accepted.
    const stored = anyText().filter((text) => text === "" || cleanText(text) !== "");
    await fc.assert(
      fc.asyncProperty(stored, stored, async (typed, named) => {
        const { shippingAddress } = sampleOrder();
        const order = sampleOrder({
          contactName: named,
          shippingAddress: { ...shippingAddress, line1: typed, city: named },
          lines: [sampleLine({ name: named, variantTitle: typed, quantity: 1, unitPrice: 100 })],
        });
        await expectPlain(createElement(OrderConfirmation, orderMailProps(order, reader)));
      }),
      { numRuns: 50 },
    );
  });

  test("with one action", async () => {
    const frame = orderMailProps(sampleOrder(), reader).frame;
    const action = { label: "Confirm & go", url: "http://localhost:3000/?a=1&b=2", fallback: "Or open" };
    const paragraphs = ['Say "hello" <now>', "It’s > that"];
    await expectPlain(
      createElement(ActionMail, { frame, heading: "Your link", paragraphs, action, closing: ["Bye"] }),
    );
  });
});
