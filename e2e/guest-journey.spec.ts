import {
  buy,
  fillAddress,
  giveAddress,
  giveContact,
  kettle,
  placedNumber,
  placeOrder,
  putIntoCart,
  reachPayment,
  startCheckout,
} from "./journey.ts";
import { expect, test } from "./support/test.ts";

test("a guest buys without an account, and the link in the mail opens the order on another device", async ({
  page,
  browser,
  inbox,
  freshAddress,
}) => {
  const number = await buy(page, freshAddress);
  await expect(page.getByText(freshAddress).first()).toBeVisible();

  const mail = await inbox.waitForMail({ to: freshAddress });
  expect(mail.subject).toContain(number);
  const link = mail.links.find((address) => address.includes("/order-status/"));
  expect(link).toMatch(/\/order-status\/[\w-]{43}$/);

  const otherDevice = await browser.newPage();
  const response = await otherDevice.goto(link ?? "");
  await expect(otherDevice.getByRole("heading", { name: `Order ${number}` })).toBeVisible();
  await expect(otherDevice.getByText(kettle.name)).toBeVisible();
  await expect(otherDevice.getByText("12 Harbor Road")).toBeVisible();
  expect(response?.headers()).toMatchObject({
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
    "cache-control": expect.stringContaining("no-store"),
  });
  await otherDevice.close();
});

test("the checkout says at every step that no account is needed, and never asks for a password", async ({
  page,
  freshAddress,
}) => {
  await putIntoCart(page);
  await startCheckout(page);
  for (const go of [
    () => giveContact(page, freshAddress),
    () => giveAddress(page),
    () => Promise.resolve(),
  ]) {
    await expect(page.getByText("Guest checkout: no account needed")).toBeVisible();
    await expect(page.locator("input[type=password]")).toHaveCount(0);
    await go();
  }
});

test("a note for the driver is folded away, and shown as it was typed from the payment step to the mail", async ({
  page,
  inbox,
  freshAddress,
}) => {
  const note = "Gate 7 <b>twice</b>\nthen ring";
  await putIntoCart(page);
  await startCheckout(page);
  await giveContact(page, freshAddress);
  const field = page.getByRole("textbox", { name: "Note for the driver" });
  await expect(field).toBeHidden();
  await page.getByText("Add a note for the driver").click();
  await field.fill("x".repeat(251));
  await fillAddress(page);
  const proceed = page.getByRole("button", { name: "Continue to payment" });
  await proceed.click();
  await expect(field).toBeVisible();
  await expect(field).toHaveAccessibleDescription(/Shorten the note, up to 250 characters/);
  await field.fill(note);
  await proceed.click();
  const shown = page.getByText("Note for the driver: Gate 7 <b>twice</b>");
  await expect(shown).toBeVisible();
  await placeOrder(page);
  await placedNumber(page);
  await expect(shown).toBeVisible();
  const mail = await inbox.waitForMail({ to: freshAddress });
  expect(mail.text).toContain("Gate 7 <b>twice</b> then ring");
  const link = mail.links.find((address) => address.includes("/order-status/"));
  await page.goto(link ?? "");
  await expect(shown).toBeVisible();
});

test("the amounts agree from the payment step to the order", async ({ page, freshAddress }) => {
  await putIntoCart(page);
  await page.getByRole("textbox", { name: "Coupon code" }).fill("fiveoff");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("The code is applied.", { exact: true })).toBeVisible();
  await startCheckout(page);
  await giveContact(page, freshAddress);
  await giveAddress(page);
  // 68.00 − 5.00, 8 % tax on that, 5.00 shipping.
  await expect(page.getByRole("button", { name: "Place order · $73.04" })).toBeVisible();
  await placeOrder(page);
  await placedNumber(page);
  await expect(page.getByText("$73.04")).toBeVisible();
});

test("the pages' own policy lets all of them run: nothing is blocked, nothing breaks", async ({
  page,
  freshAddress,
}) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto("/");
  await buy(page, freshAddress);
  expect(complaints).toEqual([]);
});

test("the thank-you page can be loaded again, and shows nothing to anybody else", async ({
  page,
  browser,
  freshAddress,
}) => {
  const number = await buy(page, freshAddress);
  await page.reload();
  expect(await placedNumber(page)).toBe(number);

  const stranger = await browser.newPage();
  const response = await stranger.goto(page.url());
  expect(response?.status()).toBe(404);
  await expect(stranger.getByText(number)).toHaveCount(0);
  await stranger.close();
});

test("pressing the button twice makes one order and one mail", async ({ page, inbox, freshAddress }) => {
  await reachPayment(page, freshAddress);
  await page.getByRole("radio", { name: /answers late/ }).check();
  const button = page.getByRole("button", { name: /^Place order/ });
  await button.dblclick();
  await expect(page.getByRole("button", { name: "Placing your order …" })).toBeVisible();
  const number = await placedNumber(page);
  await inbox.waitForMail({ to: freshAddress, subject: number });
  expect(await inbox.mailsTo(freshAddress)).toHaveLength(1);
});

test("after the order the cart is empty, and the way back does not order again", async ({
  page,
  freshAddress,
}) => {
  await buy(page, freshAddress);
  await page.goBack();
  await expect(page.getByRole("heading", { name: /^Your cart is empty/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Cart (empty)" })).toBeVisible();
});

test("the way back keeps what was typed, and a reload changes nothing", async ({ page, freshAddress }) => {
  await reachPayment(page, freshAddress);
  await page.goBack();
  await expect(page.getByRole("textbox", { name: "Address", exact: true })).toHaveValue("12 Harbor Road");
  await page.goBack();
  await expect(page.getByRole("textbox", { name: "Email address" })).toHaveValue(freshAddress);
  await page.goto("/checkout/payment");
  await page.reload();
  await expect(page.getByRole("button", { name: "Place order · $78.44" })).toBeVisible();
});

test("an address that has an account is a hint on the way and never in it", async ({ page }) => {
  await putIntoCart(page);
  await startCheckout(page);
  await giveContact(page, "ada@example.com");
  await expect(page.getByText("You have an account with this email address.")).toBeVisible();
  await giveAddress(page);
  await placeOrder(page);
  expect(await placedNumber(page)).toMatch(/^SC-/);
});

test("looking around makes no session, and leaves one cookie that says nothing", async ({
  page,
  context,
}) => {
  await page.goto("/");
  await page.goto("/products/wool-beanie");
  await page.goto("/cart");
  expect(await context.cookies()).toEqual([
    expect.objectContaining({ name: "cookies", value: "kept", expires: -1, httpOnly: true, sameSite: "Lax" }),
  ]);
});

test("nobody is thanked for an order that was cancelled since, nor told that a code was applied to no cart", async ({
  page,
  freshAddress,
}) => {
  await buy(page, freshAddress);
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const { origin } = new URL(page.url());
  const cancelled = await page.request.post(`/store/orders/${id}/cancel`, { headers: { origin } });
  expect(cancelled.status()).toBe(200);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "This order was cancelled" })).toBeVisible();
  await expect(page.getByText(/Thank you|The confirmation goes to|Expected/)).toHaveCount(0);
  await page.goto("/cart?status=coupon");
  await expect(page.getByRole("heading", { name: "Your cart is empty" })).toBeVisible();
  await expect(page.getByText("The code is applied.")).toHaveCount(0);
  await expect(page).toHaveTitle(/^Your cart/);
});

test("a link that a mail program has touched leads to the order, at its own address", async ({
  page,
  inbox,
  freshAddress,
}) => {
  const number = await buy(page, freshAddress);
  const mail = await inbox.waitForMail({ to: freshAddress });
  const link = mail.links.find((address) => address.includes("/order-status/")) ?? "";
  for (const touched of [`${link}.`, `${link}%3E`, `${link.slice(0, -9)}%0A${link.slice(-9)}`]) {
    await page.goto(touched);
    await expect(page).toHaveURL(link);
    await expect(page.getByRole("heading", { name: `Order ${number}` })).toBeVisible();
  }
});
