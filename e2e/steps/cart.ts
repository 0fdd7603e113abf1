import { expect } from "@playwright/test";
import { kettle, type Product } from "../demo.ts";
import type { Person } from "../kit/person.ts";

/** Opens a product, chooses its variant, and adds it to the cart. */
export async function putIntoCart({ page, words }: Person, product: Product = kettle): Promise<void> {
  await page.goto(`/products/${product.slug}`);
  if (product.variant) await page.getByRole("radio", { name: product.variant }).check();
  await page.getByRole("button", { name: words.product.add }).click();
  await expect(page.getByRole("heading", { name: words.cart.title })).toBeVisible();
}

/** Enters a code in the cart and applies it. It may be rejected. */
export async function tryCode({ page, words }: Person, code: string): Promise<void> {
  const field = page.getByRole("textbox", { name: words.cart.coupon });
  if (!(await field.isVisible())) await page.getByText(words.cart.addCode).filter({ visible: true }).click();
  await field.fill(code);
  await page.getByRole("button", { name: words.cart.apply }).click();
}

/** Applies a code that works. */
export async function applyCode(person: Person, code: string): Promise<void> {
  await tryCode(person, code);
  await expect(person.page.getByText(person.words.cart.applied, { exact: true }).first()).toBeVisible();
}

/** Goes from the cart to the checkout. */
export async function startCheckout({ page, words }: Person): Promise<void> {
  await page.getByRole("button", { name: words.cart.checkOut }).click();
  await expect(page.getByRole("heading", { name: words.contact.title })).toBeVisible();
}
