import { kettleTotal, pencils } from "./demo.ts";
import { expect, test } from "./kit/test.ts";
import { signOut } from "./steps/account.ts";
import { fillCart, openPayment } from "./steps/by-api.ts";
import { putIntoCart } from "./steps/cart.ts";
import {
  fillAddress,
  giveContact,
  placedNumber,
  placeOrder,
  sendAddress,
  sendContact,
} from "./steps/checkout.ts";

test.describe("two tabs", { tag: "@desktop" }, () => {
  test("changes from another tab are shown before payment", async ({ guest, page, context }) => {
    await openPayment(guest);
    await expect(page.getByRole("button", { name: `Place order · ${kettleTotal}` })).toBeVisible();
    await putIntoCart({ ...guest, page: await context.newPage() }, pencils);
    await placeOrder(guest);
    const summary = page.getByRole("alert").filter({ hasText: "Your cart has changed" });
    await expect(summary).toContainText("Cedar Pencils was added.");
    await expect(summary).toContainText(`The total is $93.56 now, not ${kettleTotal}.`);
    await page.getByRole("button", { name: "Place order · $93.56" }).click();
    await placedNumber(guest);
  });

  test("two tabs that order the same cart get the same order", async ({ guest, context, inbox }) => {
    await openPayment(guest);
    const other = { ...guest, page: await context.newPage() };
    await other.page.goto("/checkout/payment");
    await placeOrder(guest);
    const number = await placedNumber(guest);
    await placeOrder(other);
    expect(await placedNumber(other)).toBe(number);
    await inbox.waitForMail({ to: guest.email, subject: number });
    expect(await inbox.mailsTo(guest.email)).toHaveLength(1);
  });

  test("a cart that another tab has ordered says so at every step", async ({ guest, context }) => {
    await openPayment(guest);
    const presses = {
      "/cart": /^One more of Stovetop Kettle/,
      "/checkout/contact": guest.words.contact.submit,
      "/checkout/delivery": guest.words.delivery.submit,
    };
    const others = await Promise.all(
      Object.entries(presses).map(async ([path, press]) => {
        const other = await context.newPage();
        await other.goto(path);
        return { other, press };
      }),
    );
    await placeOrder(guest);
    await placedNumber(guest);
    for (const { other, press } of others) {
      await other.getByRole("button", { name: press }).click();
      await expect(other.getByRole("main").getByText("This cart has been ordered already")).toBeVisible();
      await expect(other.getByRole("link", { name: "Cart (empty)" })).toBeVisible();
    }
    const [{ other = guest.page } = {}] = others;
    await other.getByRole("link", { name: /^See your last order/ }).click();
    await placedNumber({ ...guest, page: other });
  });

  test("a line that another tab has removed can be removed", async ({ guest, page, context }) => {
    await fillCart(guest);
    await page.goto("/cart");
    const other = await context.newPage();
    await other.goto("/cart");
    await page.getByRole("button", { name: /^Remove Stovetop Kettle/ }).click();
    await expect(page.getByRole("heading", { name: "Your cart is empty" })).toBeVisible();
    await other.getByRole("button", { name: /^Remove Stovetop Kettle/ }).click();
    await expect(other.getByRole("heading", { name: "Your cart is empty" })).toBeVisible();
  });
});

test("an address that another tab has changed is shown before the order is placed", {
  tag: "@desktop",
}, async ({ guest, page, context }) => {
  await openPayment(guest);
  const other = { ...guest, page: await context.newPage() };
  await other.page.goto("/checkout/contact");
  await other.page.getByRole("textbox", { name: guest.words.contact.email }).fill(`other-${guest.email}`);
  await sendContact(other);
  await expect(other.page.getByRole("heading", { name: guest.words.payment.title })).toBeVisible();
  await placeOrder(guest);
  const summary = page.getByRole("alert").filter({ hasText: "Your cart has changed" });
  await expect(summary).toContainText(`The confirmation goes to other-${guest.email} now`);
  await placeOrder(guest);
  await placedNumber(guest);
});

test("after signing out in another tab a step says that its cart is gone", { tag: "@desktop" }, async ({
  customer,
  page,
  context,
}) => {
  await putIntoCart(customer);
  await page.goto("/checkout/contact");
  await giveContact(customer);
  await fillAddress(customer);
  await signOut({ ...customer, page: await context.newPage() });
  await sendAddress(customer);
  await expect(
    page.getByRole("main").getByText("This cart has been ordered already or has ended."),
  ).toBeVisible();
});
