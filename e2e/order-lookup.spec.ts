import { apiAddress } from "./demo.ts";
import { expect, test } from "./kit/test.ts";
import { haveOrder } from "./steps/by-api.ts";
import { findOrder, lookUp, orderHeading } from "./steps/order.ts";

const missing = /could not find an order with these details/;

test("an order is found by its number, in any spelling, and the address it was placed with", async ({
  guest,
  newPerson,
}) => {
  const { orderNumber } = await haveOrder(guest);
  const elsewhere = await newPerson();
  const { page } = elsewhere;
  await page.goto("/order-status");
  await lookUp(elsewhere, ` ${guest.email.toUpperCase()} `, orderNumber.toLowerCase().replace("-", " "));
  await expect(orderHeading(elsewhere, orderNumber)).toBeVisible();
  const number = page.getByRole("heading", { level: 1 }).getByText(orderNumber, { exact: true });
  await expect(number, "its figures can be told from letters").toHaveCSS("font-family", /^system-ui/);
  await expect(page.getByText(apiAddress.line1)).toBeVisible();
  await expect(page).toHaveTitle(`Order ${orderNumber} · Saltmarsh`);
  expect(page.url()).toMatch(/\/order-status$/);
});

test("a wrong address and a wrong number get the same answer, and the input stays", async ({
  guest,
  page,
}) => {
  const { orderNumber } = await haveOrder(guest);
  await page.goto("/order-status");
  for (const [email, number] of [
    ["somebody@mail.example", orderNumber],
    [guest.email, "SC-00000000"],
    ["somebody@mail.example", "SC-00000000"],
  ] as const) {
    await lookUp(guest, email, number);
    await expect(page.getByRole("alert").filter({ hasText: missing })).toBeFocused();
    await expect(page.getByRole("textbox", { name: "Order number" })).toHaveValue(number);
    await expect(page.getByRole("textbox", { name: "Email address" })).toHaveValue(email);
    await page.reload();
  }
});

test("without scripts an order is looked up without its details in the URL", { tag: "@nojs" }, async ({
  guest,
  page,
}) => {
  const { orderNumber } = await haveOrder(guest);
  await page.goto("/order-status");
  await expect(page).toHaveTitle("Track an order · Saltmarsh");
  await findOrder(guest, guest.email, orderNumber);
  expect(page.url()).toMatch(/\/order-status$/);
  await expect(page).toHaveTitle(`Order ${orderNumber} · Saltmarsh`);
});

test("the form reports what is missing, at the field and above the form", async ({ page }) => {
  await page.goto("/order-status");
  await page.getByRole("button", { name: "Find my order" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary).toBeFocused();
  const email = page.getByRole("textbox", { name: "Email address" });
  await expect(email).toHaveAccessibleDescription(/Enter your email address/);
  await summary.getByRole("link", { name: "Enter your email address" }).click();
  await expect(email).toBeFocused();
});

test("an unknown link leads to the form", async ({ page }) => {
  const response = await page.goto(`/order-status/${"x".repeat(43)}`);
  expect(response?.status()).toBe(404);
  await page.getByRole("link", { name: "Find it with email and number" }).click();
  await expect(page.getByRole("heading", { name: "Track an order" })).toBeVisible();
});
