import { expect, type Page } from "@playwright/test";
import type { Person } from "../kit/person.ts";

/** The sums of a cart or an order as a page shows them, in minor units. */
export type Sums = { subtotal: number; discount: number; shipping: number; tax: number; total: number };

/** Reads the sums of the page that is open. */
export async function readSums({ page, words }: Person): Promise<Sums> {
  const amount = async (name: RegExp) => amountBeside(page, name);
  return {
    subtotal: await amount(words.totals.subtotal),
    discount: await amount(words.totals.discount),
    shipping: await amount(words.totals.shipping),
    tax: await amount(words.totals.tax),
    total: await amount(words.totals.total),
  };
}

/** Fails unless the parts come to the total, to the cent; for countries whose prices come without tax. */
export function expectToAddUp({ subtotal, discount, shipping, tax, total }: Sums): void {
  expect(subtotal - discount + shipping + tax, "the parts come to the total").toBe(total);
}

// What is not there takes nothing off and adds nothing; a word instead of an amount is "free".
async function amountBeside(page: Page, name: RegExp): Promise<number> {
  const row = page
    .getByRole("main")
    .locator("dl > div")
    .filter({ has: page.locator("dt", { hasText: name }) });
  if ((await row.count()) === 0) return 0;
  const digits = ((await row.last().locator("dd").textContent()) ?? "").replace(/\D/g, "");
  return Number(digits);
}
