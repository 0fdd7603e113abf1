import { buy } from "./journey.ts";
import { expect, test } from "./support/test.ts";

const missing = /could not find an order with these details/;

test("an order is found by its number, however it is typed, and the address it was placed with", async ({
  page,
  browser,
  freshAddress,
}) => {
  const number = await buy(page, freshAddress);
  const otherDevice = await browser.newPage();
  await otherDevice.goto("/order-status");
  await otherDevice.getByRole("textbox", { name: "Email address" }).fill(` ${freshAddress.toUpperCase()} `);
  await otherDevice
    .getByRole("textbox", { name: "Order number" })
    .fill(number.toLowerCase().replace("-", " "));
  await otherDevice.getByRole("button", { name: "Find my order" }).click();
  await expect(otherDevice.getByRole("heading", { name: `Order ${number}` })).toBeVisible();
  await expect(otherDevice.getByText("12 Harbor Road")).toBeVisible();
  expect(otherDevice.url()).toMatch(/\/order-status$/);
  await otherDevice.close();
});

test("a wrong address and a wrong number get the same answer, and what was typed stays", async ({
  page,
  freshAddress,
}) => {
  const number = await buy(page, freshAddress);
  await page.goto("/order-status");
  for (const [email, orderNumber] of [
    ["somebody@mail.example", number],
    [freshAddress, "SC-00000000"],
    ["somebody@mail.example", "SC-00000000"],
  ] as const) {
    await page.getByRole("textbox", { name: "Email address" }).fill(email);
    await page.getByRole("textbox", { name: "Order number" }).fill(orderNumber);
    await page.getByRole("button", { name: "Find my order" }).click();
    await expect(page.getByRole("alert").filter({ hasText: missing })).toBeFocused();
    await expect(page.getByRole("textbox", { name: "Order number" })).toHaveValue(orderNumber);
    await expect(page.getByRole("textbox", { name: "Email address" })).toHaveValue(email);
    await page.reload();
  }
});

test("the form says what is missing, beside the field and above all fields", async ({ page }) => {
  await page.goto("/order-status");
  await page.getByRole("button", { name: "Find my order" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary).toBeFocused();
  const email = page.getByRole("textbox", { name: "Email address" });
  await expect(email).toHaveAccessibleDescription(/Enter your email address/);
  await summary.getByRole("link", { name: "Enter your email address" }).click();
  await expect(email).toBeFocused();
});

test("a link that opens nothing leads to the form", async ({ page }) => {
  const response = await page.goto(`/order-status/${"x".repeat(43)}`);
  expect(response?.status()).toBe(404);
  await page.getByRole("link", { name: "Find it with email and number" }).click();
  await expect(page.getByRole("heading", { name: "Track an order" })).toBeVisible();
});
