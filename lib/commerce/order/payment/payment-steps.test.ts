import { expect, test } from "vitest";
import { asShop } from "#lib/platform/context.ts";
import { atTheTill, pay } from "#test/payment/checkout.ts";
import { cancel, changePayment, clockOf, moveOrder, type Order, paymentSteps } from "../index.ts";

async function buyBy(paymentProvider: string): Promise<Order> {
  const placed = await pay(await atTheTill(), { paymentProvider, paymentMethod: undefined });
  if (placed.attempt) throw new Error("It leads elsewhere");
  return placed.order;
}

const stepsOf = (order: Order, language: "en" | "de" = "en") =>
  paymentSteps(order, { language, clock: clockOf(order, language), due: "$12.00" });

test("a buyer who still has to pay by transfer is told how, in the reader's language, until the order is paid or cancelled", async () => {
  const order = await buyBy("bank-transfer");
  expect(stepsOf(order)).toMatchObject({ title: "How to pay", text: expect.stringContaining("$12.00") });
  expect(stepsOf(order, "de")).toMatchObject({
    title: "So bezahlen Sie",
    facts: expect.arrayContaining([{ label: "Verwendungszweck", value: order.orderNumber }]),
  });
  expect(stepsOf(await moveOrder(asShop, { id: order.id }, [changePayment("paid")]))).toBeNull();
  const other = await buyBy("bank-transfer");
  expect(stepsOf(await moveOrder(asShop, { id: other.id }, [cancel]))).toBeNull();
});

test("cash is due at the door, and a card that was charged leaves nothing to do", async () => {
  expect(stepsOf(await buyBy("cash-on-delivery"))).toMatchObject({ title: "Pay at the door", facts: [] });
  expect(stepsOf(await buyBy("demo-card"))).toBeNull();
});
