import { expect, type Locator, type Page } from "@playwright/test";
import { type AddressParts, address, orderNumber } from "../demo.ts";
import type { Behaviour } from "../kit/payments.ts";
import type { Person } from "../kit/person.ts";
import { putIntoCart, startCheckout } from "./cart.ts";

/** Where the focus is after a step was rejected: the list of its errors, or a field. */
export function focusedError({ page }: Person): Locator {
  return page.locator(":is([role=alert], input):focus");
}

/** Submits the contact step. It may be rejected. */
export async function sendContact({ page, words }: Person): Promise<void> {
  await page.getByRole("button", { name: words.contact.submit }).click();
}

/** Fills in the contact step and submits it. */
export async function giveContact(person: Person, email = person.email): Promise<void> {
  const { page, words } = person;
  await page.getByRole("textbox", { name: words.contact.email }).fill(email);
  await sendContact(person);
  await expect(page.getByRole("heading", { name: words.delivery.title })).toBeVisible();
}

/** Fills in a field of an address by its label: a select if the country has a list. */
export function addressField({ page, words }: Person, label: string): Locator {
  const role = words.delivery.lists.includes(label) ? "combobox" : "textbox";
  return page.getByRole(role, { name: label, exact: true });
}

export async function fillAddress(person: Person, parts: AddressParts = address): Promise<void> {
  for (const [label, value] of Object.entries(parts)) {
    const field = addressField(person, label);
    await (person.words.delivery.lists.includes(label) ? field.selectOption(value) : field.fill(value));
  }
}

/** Submits the delivery step. It may be rejected. */
export async function sendAddress({ page, words }: Person): Promise<void> {
  await page.getByRole("button", { name: words.delivery.submit }).click();
}

/** Fills in the delivery step, with the first shipping method, and submits it. */
export async function giveAddress(person: Person, parts: AddressParts = address): Promise<void> {
  await fillAddress(person, parts);
  await sendAddress(person);
  await expect(person.page.getByRole("heading", { name: person.words.payment.title })).toBeVisible();
}

/** The button that places the order; it names the total. */
export function placeButton({ page, words }: Person): Locator {
  return page.getByRole("button", { name: words.payment.place });
}

/** Chooses a payment method and places the order. It may fail. */
export async function placeOrder(person: Person, behaviour: Behaviour = "accepted"): Promise<void> {
  await person.payments.next(person, behaviour);
  await placeButton(person).click();
  await person.payments.finish?.(person, behaviour);
}

/** The first order number that stands by itself on the open page. */
export async function shownNumber(page: Page): Promise<string> {
  const alone = new RegExp(`^${orderNumber.source}$`);
  return (await page.getByText(alone).first().textContent()) ?? "";
}

/** The order number on the thank-you page. */
export async function placedNumber({ page, words }: Person): Promise<string> {
  await expect(page.getByRole("heading", { name: words.placed.title })).toBeVisible({ timeout: 20_000 });
  return shownNumber(page);
}

/** From an empty cart to the payment step, page by page. */
export async function walkToPayment(person: Person): Promise<void> {
  await putIntoCart(person);
  await startCheckout(person);
  await giveContact(person);
  await giveAddress(person);
}

/** Buys one kettle, page by page. Returns the order's number. */
export async function buy(person: Person): Promise<string> {
  await walkToPayment(person);
  await placeOrder(person);
  return placedNumber(person);
}
