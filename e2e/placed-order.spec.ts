import * as z from "zod";
import { expect, test } from "./kit/test.ts";
import { haveOrder, openPayment, openPlaced } from "./steps/by-api.ts";
import { placedNumber, placeOrder } from "./steps/checkout.ts";
import { orderHeading, trackingLink } from "./steps/order.ts";

test("the thank-you page can be reloaded, and shows nothing to anybody else", async ({
  guest,
  page,
  newPerson,
}) => {
  const { orderNumber } = await openPlaced(guest);
  await page.reload();
  expect(await placedNumber(guest)).toBe(orderNumber);

  const stranger = await newPerson();
  const response = await stranger.page.goto(page.url());
  expect(response?.status()).toBe(404);
  await expect(stranger.page.getByText(orderNumber)).toHaveCount(0);
});

test("after the order the cart is empty, and going back shows the order again", async ({ guest, page }) => {
  await openPayment(guest);
  await placeOrder(guest);
  const number = await placedNumber(guest);
  await page.goBack();
  expect(await placedNumber(guest)).toBe(number);
  await page.getByRole("link", { name: "Cart (empty)" }).click();
  await expect(page.getByRole("heading", { name: /^Your cart is empty/ })).toBeVisible();
  await page.getByRole("link", { name: `See your last order, ${number}` }).click();
  expect(await placedNumber(guest)).toBe(number);
});

test("a browser that has forgotten its guest shows nothing of the order to the next person", async ({
  guest,
  page,
  inbox,
}) => {
  const { orderNumber, id } = await openPlaced(guest);
  await page.getByRole("button", { name: "Forget me here" }).click();
  await expect(page.getByRole("main").getByText("This browser has forgotten you.")).toBeVisible();
  await expect(page.getByRole("link", { name: /your last order/ })).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(`/checkout/placed/${id}`);
  await expect(page.getByRole("heading", { level: 1, name: "There is nothing here" })).toBeVisible();
  await expect(page.getByText(orderNumber)).toHaveCount(0);
  await page.goto(await trackingLink(inbox, guest.email));
  await expect(orderHeading(guest, orderNumber)).toBeVisible();
});

test("a cancelled order gets no thank-you page, and an empty cart no message about a code", async ({
  guest,
  page,
}) => {
  const { id } = await openPlaced(guest);
  await guest.call(z.unknown(), "POST", `/store/orders/${id}/cancel`);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "This order was cancelled" })).toBeVisible();
  await expect(page.getByText(/Thank you|The confirmation goes to|Expected|Keep this order/)).toHaveCount(0);
  await page.goto("/cart?status=coupon");
  await expect(page.getByRole("heading", { name: "Your cart is empty" })).toBeVisible();
  await expect(page.getByText("The code is applied.")).toHaveCount(0);
  await expect(page).toHaveTitle(/^Your cart/);
});

test("a link that a mail program has changed redirects to the order's own URL", async ({
  guest,
  page,
  inbox,
}) => {
  const { orderNumber } = await haveOrder(guest);
  const link = await trackingLink(inbox, guest.email);
  for (const touched of [`${link}.`, `${link}%3E`, `${link.slice(0, -9)}%0A${link.slice(-9)}`]) {
    await page.goto(touched);
    await expect(page).toHaveURL(link);
    await expect(orderHeading(guest, orderNumber)).toBeVisible();
  }
});
