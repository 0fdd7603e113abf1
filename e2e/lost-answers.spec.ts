import type { Page } from "@playwright/test";
import * as z from "zod";
import type { Person } from "./kit/person.ts";
import { expect, test } from "./kit/test.ts";
import { fillCart, openContact, openDelivery, openPayment } from "./steps/by-api.ts";
import { addressField, buy, placedNumber, placeOrder, sendAddress, sendContact } from "./steps/checkout.ts";

for (const fate of ["cut after the work", "a gateway's page"] as const) {
  test(`an order whose answer was lost is found: ${fate}`, async ({ guest, inbox, network }) => {
    await openPayment(guest);
    await network.nextForm(fate);
    await placeOrder(guest);
    const number = await placedNumber(guest);
    await inbox.waitForMail({ to: guest.email, subject: number });
    expect(await inbox.mailsTo(guest.email)).toHaveLength(1);
  });
}

test("an order that never arrived is sent again from the same page", { tag: "@desktop" }, async ({
  guest,
  page,
  network,
}) => {
  await openPayment(guest);
  await network.nextForm("never sent");
  await placeOrder(guest);
  await expect(page.getByText("No answer; we are checking whether your order arrived.")).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "Your order has not arrived" })).toBeFocused({
    timeout: 20_000,
  });
  await expect(page.getByRole("radio", { name: /accepted/ })).toBeChecked();
  await page.getByRole("button", { name: "Send again" }).click();
  await placedNumber(guest);
});

test("the cart and every step redirect from an ordered cart to its order", { tag: "@desktop" }, async ({
  guest,
  page,
  context,
}) => {
  await openPayment(guest);
  const before = await context.cookies();
  await placeOrder(guest);
  const number = await placedNumber(guest);
  // As if the answer that deletes the cart's cookie had been lost.
  await context.addCookies(before);
  for (const path of ["/cart", "/checkout/contact", "/checkout/delivery", "/checkout/payment"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/checkout\/placed\//);
    expect(await placedNumber(guest)).toBe(number);
  }
  await fillCart(guest);
  await page.goto("/checkout/contact");
  await expect(page.getByRole("heading", { name: "Where can we reach you?" })).toBeVisible();
});

test("a form keeps its input while the browser is offline", async ({ guest, page, network }) => {
  await openContact(guest);
  const email = page.getByRole("textbox", { name: "Email address" });
  await email.fill(guest.email);
  await network.offline();
  await sendContact(guest);
  await expect(page.getByRole("alert").filter({ hasText: "You are offline" })).toBeFocused();
  await expect(email).toHaveValue(guest.email);
  await network.online();
  await expect(page.getByText("You are connected again.")).toBeVisible();
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByRole("heading", { name: "Where should we send it?" })).toBeVisible();
});

test("a form whose answer is lost keeps its input", { tag: "@desktop" }, async ({ guest, page, network }) => {
  await openDelivery(guest);
  await addressField(guest, "City").fill("Astoria");
  await network.nextForm("a gateway's page");
  await sendAddress(guest);
  await expect(page.getByRole("alert").filter({ hasText: "No answer came" })).toBeFocused();
  await expect(addressField(guest, "City")).toHaveValue("Astoria");
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeFocused();
  await expect(addressField(guest, "City")).toHaveValue("Astoria");
});

test("a quantity that cannot be saved is sent once, and then when the shopper says so", {
  tag: "@desktop",
}, async ({ guest, page, clock }) => {
  await fillCart(guest);
  await page.goto("/cart");
  await clock.hold();
  let sent = 0;
  await page.route("**/cart", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    sent += 1;
    return sent < 3 ? route.abort("connectionrefused") : route.fallback();
  });
  await page.getByRole("button", { name: /^One more of Stovetop Kettle/ }).click();
  const lost = page.getByRole("alert").filter({ hasText: "No answer came" });
  for (const times of [1, 2]) {
    await clock.pass({ seconds: 1 });
    await expect(lost).toBeFocused();
    await clock.pass({ seconds: 20 });
    expect(sent).toBe(times);
    await page.getByRole("button", { name: "Send again" }).click();
  }
  await expect(page.getByText("$136.00").first()).toBeVisible();
});

test("after half a minute without an answer the page says so, and leads to the order", {
  tag: "@desktop",
}, async ({ guest, page, network, clock }) => {
  await openPayment(guest);
  await clock.hold();
  await network.nextForm("never answered");
  await placeOrder(guest);
  await expect(page.getByRole("button", { name: "Placing your order …" })).toBeVisible();
  const number = await placedBy(guest);
  await clock.pass({ seconds: 31 });
  expect(await placedNumber(guest)).toBe(number);
});

const waysToLeave: Record<string, (page: Page) => Promise<unknown>> = {
  "by a link": (page) => page.getByRole("link", { name: "Back to the cart" }).click(),
  "to another section": (page) => page.getByRole("link", { name: "Change delivery" }).click(),
  back: (page) => page.goBack(),
};

for (const [how, leave] of Object.entries(waysToLeave)) {
  test(`somebody who leaves ${how} while the order is placed is led to it`, { tag: "@desktop" }, async ({
    guest,
    page,
  }) => {
    await openPayment(guest);
    await page.getByRole("link", { name: "Change delivery" }).click();
    await sendAddress(guest);
    await expect(page.getByRole("heading", { name: guest.words.payment.title })).toBeVisible();
    await placeOrder(guest, "late");
    await expect(page.getByRole("button", { name: "Placing your order …" })).toBeVisible();
    await leave(page);
    await placedNumber(guest);
  });
}

test("a guest can buy on a poor connection", { tag: "@phone" }, async ({ guest, network }) => {
  test.slow();
  await network.slow();
  await buy(guest);
});

const orders = z.object({ data: z.array(z.object({ orderNumber: z.string() })) });

/** The number of a shopper's only order. Waits for it. */
async function placedBy({ call }: Person): Promise<string> {
  const numbers = async () =>
    (await call(orders, "GET", "/store/orders")).data.map((each) => each.orderNumber);
  await expect.poll(numbers).toHaveLength(1);
  return (await numbers())[0] ?? "";
}
