import { expect, type Locator } from "@playwright/test";
import type { Inbox } from "../kit/inbox/inbox.ts";
import type { Person } from "../kit/person.ts";

/** The heading over an order. */
export function orderHeading({ page, words }: Person, number: string): Locator {
  return page.getByRole("heading", { name: words.orderStatus.title(number) });
}

/** The link in the mails to `email` that opens the order without an account. */
export function trackingLink(inbox: Inbox, email: string): Promise<string> {
  return inbox.waitForLink(email, "/order-status/");
}

/** Submits the open look-up form with this address and number. It may find nothing. */
export async function lookUp({ page, words }: Person, email: string, number: string): Promise<void> {
  await page.getByRole("textbox", { name: words.orderStatus.email }).fill(email);
  await page.getByRole("textbox", { name: words.orderStatus.number }).fill(number);
  await page.getByRole("button", { name: words.orderStatus.submit }).click();
}

/** Finds an order by its address and number. */
export async function findOrder(person: Person, email: string, number: string): Promise<void> {
  await person.page.goto("/order-status");
  await lookUp(person, email, number);
  await expect(orderHeading(person, number)).toBeVisible();
}
