import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ListeningShop, startListeningShop } from "./listening-shop.ts";

let shop: ListeningShop;
// Each test has its own, so that no event of another test arrives late.
beforeEach(async () => {
  shop = await startListeningShop();
});
afterEach(() => shop.close());

const post = (url: string | null, fields: Record<string, string>) =>
  fetch(String(url), { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });

describe("the hosted page", () => {
  test("shows what is paid for, and works without JavaScript", async () => {
    const { url } = await shop.open();
    const html = await (await fetch(String(url))).text();
    expect(html).toContain("&#60;Jumper&#62; × 1");
    expect(html).toContain("€25.00");
    expect(html).toContain('href="https://shop.example/back"');
    expect(html).not.toContain("<script");
  });

  test("sends a shopper who paid back to the shop, once", async () => {
    const { id, url } = await shop.open();
    const paid = await post(url, { card: "4242424242424242" });
    expect([paid.status, paid.headers.get("location")]).toEqual([
      303,
      `https://shop.example/return?session=${id}`,
    ]);
    expect(await (await post(url, { card: "4242424242424242" })).text()).toContain("All done here");
    expect(await shop.stripe.checkout.sessions.retrieve(id)).toMatchObject({
      status: "complete",
      payment_status: "paid",
    });
    await shop.waitFor("checkout.session.completed");
  });

  test("lets a shopper try another card after a decline", async () => {
    const { id, url } = await shop.open();
    expect(await (await post(url, { card: "4000000000009995" })).text()).toContain("insufficient funds");
    const { payment_intent: intent, status } = await shop.stripe.checkout.sessions.retrieve(id, {
      expand: ["payment_intent"],
    });
    expect(status).toBe("open");
    expect(intent).toMatchObject({ status: "requires_payment_method" });
    expect((await post(url, { card: "4242424242424242" })).status).toBe(303);
  });

  test("asks for a second step, which may fail, succeed or stay unanswered", async () => {
    const { id, url } = await shop.open();
    const step = await post(url, { card: "4000002500003155" });
    const address = new URL(step.headers.get("location") ?? "", shop.fake.url).href;
    expect(await (await fetch(address)).text()).toContain("Your bank asks");
    const failed = await (await post(address, { answer: "no" })).text();
    expect(failed).toContain("unable to authenticate");
    expect(failed).toContain(`action="${new URL(String(url)).pathname}"`);
    await post(url, { card: "4000002500003155" });
    expect((await post(address, { answer: "yes" })).status).toBe(303);

    const left = await shop.open();
    await post(left.url, { card: "4000002500003155" });
    const { payment_intent: intent } = await shop.stripe.checkout.sessions.retrieve(left.id);
    await expect(shop.stripe.paymentIntents.cancel(String(intent))).rejects.toMatchObject({
      statusCode: 400,
    });
    await shop.stripe.checkout.sessions.expire(left.id);
    expect((await shop.stripe.paymentIntents.retrieve(String(intent))).status).toBe("canceled");
    expect((await shop.stripe.checkout.sessions.retrieve(id)).status).toBe("complete");
  });

  test("takes no money once the session has expired", async () => {
    const { id, url } = await shop.open();
    await shop.stripe.checkout.sessions.expire(id);
    expect(await (await post(url, { card: "4242424242424242" })).text()).toContain("has expired");
    expect((await shop.stripe.checkout.sessions.retrieve(id)).payment_intent).toBeNull();
  });

  test("offers a bank debit, which succeeds or fails later, unless it is excluded", async () => {
    const come = await shop.open();
    await post(come.url, { card: "AT611904300234573201" });
    expect(await shop.stripe.checkout.sessions.retrieve(come.id)).toMatchObject({
      status: "complete",
      payment_status: "unpaid",
    });
    await shop.fake.control("settle", { session: come.id });
    await shop.waitFor("checkout.session.async_payment_succeeded");
    const away = await shop.open();
    await post(away.url, { card: "AT611904300234573201" });
    await shop.fake.control("settle", { session: away.id, arrived: false });
    await shop.waitFor("checkout.session.async_payment_failed");
    const without = await shop.open({ excluded_payment_method_types: ["sepa_debit"] });
    expect(await (await fetch(String(without.url))).text()).not.toContain("Bank debit");
  });
});
