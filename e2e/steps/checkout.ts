import { expect, type Locator } from "@playwright/test";
import { type AddressParts, address } from "../demo.ts";
import type { Behaviour } from "../kit/payments.ts";
import type { Person } from "../kit/person.ts";
import { putIntoCart, startCheckout } from "./cart.ts";

/** Presses the button that ends the contact step, whatever comes of it. */
export async function sendContact({ page, words }: Person): Promise<void> {
  await page.getByRole("button", { name: words.contact.submit }).click();
}

/** Says where the confirmation goes. */
export async function giveContact(person: Person, email = person.email): Promise<void> {
  const { page, words } = person;
  await page.getByRole("textbox", { name: words.contact.email }).fill(email);
  await sendContact(person);
  await expect(page.getByRole("heading", { name: words.delivery.title })).toBeVisible();
}

/** A part of an address by its label: a select where the country has a list. */
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

/** Presses the button that ends the delivery step, whatever comes of it. */
export async function sendAddress({ page, words }: Person): Promise<void> {
  await page.getByRole("button", { name: words.delivery.submit }).click();
}

/** Says where the parcel goes; the first way to send it is chosen. */
export async function giveAddress(person: Person, parts: AddressParts = address): Promise<void> {
  await fillAddress(person, parts);
  await sendAddress(person);
  await expect(person.page.getByRole("heading", { name: person.words.payment.title })).toBeVisible();
}

/** The button that orders; it names the total. */
export function placeButton({ page, words }: Person): Locator {
  return page.getByRole("button", { name: words.payment.place });
}

/** Chooses how to pay and orders, whatever comes of it. */
export async function placeOrder(person: Person, behaviour: Behaviour = "accepted"): Promise<void> {
  await person.payments.next(person, behaviour);
  await placeButton(person).click();
  await person.payments.finish?.(person, behaviour);
}

/** The number on the page that thanks for the order. */
export async function placedNumber({ page, words }: Person): Promise<string> {
  await expect(page.getByRole("heading", { name: words.placed.title })).toBeVisible({ timeout: 20_000 });
  return (await page.getByText(/^SC-[0-9A-Z]{8}$/).textContent()) ?? "";
}

/** From an empty cart to the payment step, page by page. */
export async function walkToPayment(person: Person): Promise<void> {
  await putIntoCart(person);
  await startCheckout(person);
  await giveContact(person);
  await giveAddress(person);
}

/** Buys one kettle, page by page. The order's number. */
export async function buy(person: Person): Promise<string> {
  await walkToPayment(person);
  await placeOrder(person);
  return placedNumber(person);
}
