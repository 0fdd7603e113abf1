import { expect, type Locator, type Page } from "@playwright/test";

/** A product with a single variant and hundreds in stock. */
export const kettle = { slug: "stovetop-kettle", name: "Stovetop Kettle" };

export const address = {
  "First name": "Ada",
  "Last name": "Lovelace",
  Address: "12 Harbor Road",
  City: "Astoria",
  State: "OR",
  "ZIP code": "97103",
};

/** Opens a product, chooses what is named, and puts it into the cart. */
export async function putIntoCart(page: Page, slug = kettle.slug, variant?: RegExp): Promise<void> {
  await page.goto(`/products/${slug}`);
  if (variant) await page.getByRole("radio", { name: variant }).check();
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByRole("heading", { name: "Your cart" })).toBeVisible();
}

export async function startCheckout(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Check out as a guest" }).click();
  await expect(page.getByRole("heading", { name: "Where can we reach you?" })).toBeVisible();
}

export async function giveContact(page: Page, email: string): Promise<void> {
  await page.getByRole("textbox", { name: "Email address" }).fill(email);
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await expect(page.getByRole("heading", { name: "Where should we send it?" })).toBeVisible();
}

/** A part of an address by its label: a select where the country has a list. */
export function addressField(page: Page, label: string): Locator {
  return page.getByRole(label === "State" ? "combobox" : "textbox", { name: label, exact: true });
}

export async function fillAddress(page: Page, parts: Record<string, string> = address): Promise<void> {
  for (const [label, value] of Object.entries(parts)) {
    const field = addressField(page, label);
    await (label === "State" ? field.selectOption(value) : field.fill(value));
  }
}

export async function giveAddress(page: Page, parts: Record<string, string> = address): Promise<void> {
  await fillAddress(page, parts);
  await page.getByRole("button", { name: "Continue to payment" }).click();
  await expect(page.getByRole("heading", { name: "Check and pay" })).toBeVisible();
}

export async function placeOrder(page: Page, payment: RegExp = /accepted/): Promise<void> {
  await page.getByRole("radio", { name: payment }).check();
  await page.getByRole("button", { name: /^Place order/ }).click();
}

/** The number on the page that thanks for the order. */
export async function placedNumber(page: Page): Promise<string> {
  await expect(page.getByRole("heading", { name: /^Thank you/ })).toBeVisible({ timeout: 20_000 });
  return (await page.getByText(/^SC-[0-9A-Z]{8}$/).textContent()) ?? "";
}

/** From an empty cart to the payment step. */
export async function reachPayment(page: Page, email: string): Promise<void> {
  await putIntoCart(page);
  await startCheckout(page);
  await giveContact(page, email);
  await giveAddress(page);
}

/** Buys one kettle as a guest. Returns the order's number. */
export async function buy(page: Page, email: string): Promise<string> {
  await reachPayment(page, email);
  await placeOrder(page);
  return placedNumber(page);
}
