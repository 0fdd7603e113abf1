import { describe, expect, test } from "vitest";
import type { Order } from "#lib/commerce/order/index.ts";
import { sampleOrder, sampleTransferOrder } from "#test/mail/sample-order.ts";
import { orderMailProps } from "./order-mail-props.ts";

const nobody = { name: null, address: "maren@example.com" };

describe("a delayed mail describes the current state", () => {
  const told = (changes: Partial<Order>) => {
    const order = sampleTransferOrder(changes);
    const { frame, heading, lead, summary } = orderMailProps(order, {
      audience: "guest",
      to: nobody,
      url: "x",
    });
    return { title: frame.title, heading, lead, summary };
  };

  test("of a cancelled order: no thanks, no payment details, no arrival date", () => {
    const { title, heading, lead, summary } = told({ status: "cancelled", paymentStatus: "voided" });
    expect([title, heading]).toEqual(["Your order SC-P3N6VB1E was cancelled", "Your order was cancelled."]);
    expect(lead).toBe("Nothing will be sent or charged. The details are below.");
    expect(summary.paymentSteps).toBeNull();
    expect(summary.facts.map(({ label }) => label)).toEqual(["Order number", "Placed on"]);
  });

  test("of a cancelled order that was paid: the money comes back, and none did of another", () => {
    for (const paymentStatus of ["paid", "refunded"] as const) {
      expect(told({ status: "cancelled", paymentStatus }).lead).toContain("what you paid goes back");
    }
    expect(told({ status: "cancelled", paymentStatus: "pending" }).lead).not.toContain("paid");
  });

  test("of a shipped order: it is no longer being packed", () => {
    for (const fulfillmentStatus of ["partially_fulfilled", "fulfilled", "delivered"] as const) {
      expect(told({ fulfillmentStatus }).lead).toMatch(/^All or part of it has left us already/);
    }
    expect(told({ payment: null }).lead).toMatch(/^We are packing it now/);
  });
});

describe("the greeting", () => {
  const heading = (contactName: string | null, firstName = "Maren") => {
    const order = sampleOrder({ contactName, billingAddress: { country: "US", firstName } });
    return orderMailProps(order, {
      audience: "guest",
      to: { ...nobody, name: contactName },
      url: "http://localhost:3000/x",
    }).heading;
  };

  test("uses the first name if known, otherwise the given name", () => {
    expect(heading("Maren Oduya")).toBe("Thank you, Maren. Your order is in.");
    expect(heading(null)).toBe("Thank you, Maren. Your order is in.");
    expect(heading("Nguyễn Văn An")).toBe("Thank you, Nguyễn Văn An. Your order is in.");
  });

  test("repeats nothing that does not look like a name", () => {
    for (const name of [
      "You have won a prize",
      "visit evil.example",
      "1234567",
      "<b>Eve</b>",
      "x".repeat(41),
    ]) {
      expect(heading(name)).toBe("Thank you. Your order is in.");
    }
  });
});
