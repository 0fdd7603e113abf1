import { expect, test } from "vitest";
import { goToPage } from "#test/payment/by-api.ts";
import { openGateway } from "#test/payment/gateway.ts";
import { offer } from "#test/payment/offer.ts";
import { call } from "#test/support/call.ts";
import { expectFailure } from "#test/support/expect.ts";
import { captureContact } from "./routes.ts";

const gateway = openGateway();
offer(gateway.provider);

const body = { email: "other@example.com" };

test("a contact that is changed while paying closes the payment", async () => {
  const { attempt, ...ready } = await goToPage();
  expect((await call(captureContact, { ...ready, body })).status).toBe(200);
  expect(gateway.pay(attempt.id)).toBe(false);
});

test("the contact of a cart that has been paid for stays", async () => {
  const { attempt, ...ready } = await goToPage();
  gateway.pay(attempt.id);
  const reply = await call(captureContact, { ...ready, body });
  const message = "This cart has been paid for. Its order is being placed.";
  expectFailure(reply, "payment_in_progress", message, { attempt: attempt.id });
  expect(reply.cart).toBe(ready.cart);
});
