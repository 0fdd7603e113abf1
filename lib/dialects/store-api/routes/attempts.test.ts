import { beforeEach, expect, test, vi } from "vitest";
import { tendDuePayments } from "#lib/commerce/order/index.ts";
import { providerNamed } from "#lib/commerce/payment/index.ts";
import { db } from "#lib/platform/database/db.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { pageHeaders } from "#lib/platform/http/page-headers.ts";
import { shop } from "#lib/shop.ts";
import { byPage, dataOf, goToPage } from "#test/payment/by-api.ts";
import { letTimePass } from "#test/payment/checkout.ts";
import { openGateway } from "#test/payment/gateway.ts";
import { offer } from "#test/payment/offer.ts";
import { call } from "#test/support/call.ts";
import { makeVariant, stockOf } from "#test/support/catalogue.ts";
import { place, type Ready, readyToPlace } from "#test/support/checkout.ts";
import { cartOf, expectFailure, orderOf } from "#test/support/expect.ts";
import { startGuestSession } from "#test/support/sessions.ts";
import { getCart } from "./cart.ts";
import { followPayment } from "./checkout.ts";
import { addCartLine } from "./lines.ts";

const gateway = openGateway();
offer({
  ...gateway.provider,
  webhook: async (request) => {
    if (request.headers.get("signature") !== "ours") throw new DomainError("bad_request", "Not signed");
    return [JSON.parse(await request.text())];
  },
});
beforeEach(() => gateway.failBy(() => "none"));

const tell = (notice: unknown, signature = "ours") =>
  shop.serve(
    new Request("http://localhost:3000/webhooks/gateway", {
      method: "POST",
      headers: { signature },
      body: JSON.stringify(notice),
    }),
  );
const lastNotice = () => gateway.notices.at(-1);
const look = async (ready: Ready) => cartOf(await call(getCart, ready));

test("a provider with its own page: 202 with the attempt, the same one on a repeat, then the order", async () => {
  const { reply, attempt, follow, variant, ...ready } = await goToPage();
  expect([reply.status, reply.body.statusCode, reply.cart]).toEqual([202, 202, ready.cart]);
  expect(attempt).toEqual({
    id: attempt.id,
    status: "redirected",
    redirectUrl: `https://gateway.example/${attempt.id}`,
  });
  expect((await place(ready, byPage)).text).toBe(reply.text);
  const { redirectUrl } = attempt;
  const open = {
    id: attempt.id,
    redirectUrl,
    status: "redirected",
    reason: null,
    goesBack: false,
    order: null,
  };
  expect(await dataOf(follow())).toEqual(open);
  expect(await stockOf(variant)).toBe(5);
  gateway.pay(attempt.id);
  const paid = await dataOf(follow());
  expect(paid).toMatchObject({ status: "captured", redirectUrl: null, goesBack: false });
  const order = orderOf(await place(ready, byPage));
  expect(paid.order).toEqual(order);
  expect(order).toMatchObject({ status: "confirmed", paymentStatus: "paid" });
  expect(order.balance).toEqual({ paid: order.totals.total, refunded: 0, refunding: 0, due: 0 });
  expect(await stockOf(variant)).toBe(3);
});

test("somebody else's attempt is not found, nor is one that does not exist", async () => {
  const { follow } = await goToPage();
  const stranger = await startGuestSession();
  expectFailure(await follow(stranger), "not_found", "Payment not found");
  const params = { id: crypto.randomUUID() };
  expectFailure(await call(followPayment, { session: stranger, params }), "not_found", "Payment not found");
});

test("changing the cart closes the open attempt", async () => {
  const { attempt, follow, variant, ...ready } = await goToPage();
  const body = { variantId: variant.variantId, quantity: 1 };
  expect(cartOf(await call(addCartLine, { ...ready, body })).lines[0]?.quantity).toBe(3);
  expect(gateway.pay(attempt.id)).toBe(false);
  expect(await dataOf(follow())).toMatchObject({ status: "released", redirectUrl: null });
  expect(orderOf(await place(ready)).lines[0]?.quantity).toBe(3);
});

test("a paid cart cannot change any more, even if its payment has not been reported yet", async () => {
  const { attempt, variant, ...ready } = await goToPage();
  gateway.pay(attempt.id);
  const body = { variantId: variant.variantId, quantity: 1 };
  const message = "This cart has been paid for. Its order is being placed.";
  const refused = await call(addCartLine, { ...ready, body });
  expectFailure(refused, "payment_in_progress", message, { attempt: attempt.id });
  const order = orderOf(await place(ready, { body: { paymentProvider: "bank-transfer" } }));
  expect(order).toMatchObject({ paymentStatus: "paid", payment: { provider: "gateway" } });
});

test("stock is held for a paying shopper until the time runs out", async () => {
  const { variant, ...ready } = await goToPage(2);
  const other = await startGuestSession();
  const body = { variantId: variant.variantId, quantity: 1 };
  expect((await call(addCartLine, { session: other, body })).body.errorCode).toBe("OUT_OF_STOCK");
  const { id: cartId } = await look(ready);
  await letTimePass({ cartId });
  await tendDuePayments();
  expect((await call(addCartLine, { session: other, body })).status).toBe(409);
  await db.stockHold.updateMany({ where: { cartId }, data: { expiresAt: new Date(0) } });
  expect((await call(addCartLine, { session: other, body })).status).toBe(200);
});

test("a decline is 402, and keeps cart, stock and other payment methods", async () => {
  const variant = await makeVariant({ stock: 5 });
  const ready = await readyToPlace({ variant });
  const before = await look(ready);
  const reply = await place(ready, { body: { paymentProvider: "gateway", paymentMethod: "declines" } });
  const details = { provider: "gateway", method: "declines" };
  expectFailure(reply, "payment_declined", "Declined by the gateway", details);
  expect(await look(ready)).toEqual(before);
  expect((await place(ready)).status).toBe(201);
});

test("an unreachable provider is 503, and other payment methods still work", async () => {
  const ready = await readyToPlace({ variant: await makeVariant({ stock: 5 }) });
  gateway.failBy(() => "down");
  const reply = await place(ready, byPage);
  expect([reply.status, reply.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(reply.body.message).toContain("Gateway cannot be reached just now");
  expect((await place(ready)).status).toBe(201);
});

test("the provider's webhook places the order once, however often it is sent; a forged one is rejected", async () => {
  const { attempt, follow } = await goToPage();
  gateway.pay(attempt.id);
  expect((await tell(lastNotice(), "theirs")).status).toBe(400);
  const answers = await Promise.all(Array.from({ length: 20 }, () => tell(lastNotice())));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await answers[0]?.json()).toEqual({ received: true });
  expect(await dataOf(follow())).toMatchObject({ status: "captured", order: { paymentStatus: "paid" } });
  expect(await db.webhookEvent.count({ where: { eventId: lastNotice()?.eventId ?? "" } })).toBe(1);
  expect(
    (await shop.serve(new Request("http://localhost:3000/webhooks/nobody", { method: "POST" }))).status,
  ).toBe(404);
});

test("a payment without an order is returned, and the attempt shows it", async () => {
  const { attempt, follow, variant } = await goToPage();
  await db.stock.update({ where: { variantId: variant.variantId }, data: { quantity: 0 } });
  gateway.pay(attempt.id);
  const after = await dataOf(follow());
  expect(after).toMatchObject({ status: "refunded", goesBack: true, order: null });
  expect(after.reason).toContain("is sold out");
});

test("an amount other than the total places no order, and is returned", async () => {
  gateway.overcharge(1);
  const { attempt, follow } = await goToPage();
  gateway.overcharge(0);
  gateway.pay(attempt.id);
  expect(await dataOf(follow())).toMatchObject({ status: "refunded", goesBack: true, order: null });
});

test("a cart whose payment the provider has not decided yet stays unchanged, and the answer says why", async () => {
  const { attempt, follow, variant, ...ready } = await goToPage();
  const release = vi.spyOn(providerNamed("gateway"), "release");
  release.mockImplementation((open) => gateway.provider.look(open));
  const reply = await call(addCartLine, { ...ready, body: { variantId: variant.variantId, quantity: 1 } });
  release.mockRestore();
  expectFailure(
    reply,
    "payment_in_progress",
    "Your payment with Gateway is still being processed. Wait a moment before you try again.",
    { attempt: attempt.id },
  );
  expect(await dataOf(follow())).toMatchObject({ status: "redirected" });
});

test("a dispute is an entry in the order's history", async () => {
  const { attempt, follow } = await goToPage();
  gateway.pay(attempt.id);
  await follow();
  gateway.dispute(attempt.id);
  expect((await tell(lastNotice())).status).toBe(200);
  const { order } = await dataOf(follow());
  expect(order).toMatchObject({ paymentStatus: "paid" });
  expect((order as { events: { type: string }[] }).events.at(-1)?.type).toBe("order.disputed");
});

test("checkout forms may lead to the pages of the offered providers, and to no others", () => {
  const options = { development: false, https: false };
  const policy = (path: string) => pageHeaders(path, "bm9uY2U=", options)["content-security-policy"];
  expect(policy("/checkout/payment")).toContain("form-action 'self';");
  expect(policy("/")).toContain("form-action 'self';");
});
