import { expect, type Page } from "@playwright/test";
import type { Person } from "../kit/person.ts";

/** The amounts of a cart or an order as shown on a page, in minor units. */
export type Sums = { subtotal: number; discount: number; shipping: number; tax: number; total: number };

/** Reads the amounts of the open page. */
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

/** Fails unless the parts add up to the total; for countries whose prices exclude tax. */
export function expectToAddUp({ subtotal, discount, shipping, tax, total }: Sums): void {
  expect(subtotal - discount + shipping + tax, "the parts come to the total").toBe(total);
}

// A missing row counts as 0, and so does a word instead of an amount ("free").
async function amountBeside(page: Page, name: RegExp): Promise<number> {
  const row = page
    .getByRole("main")
    .locator("dl > div")
    .filter({ has: page.locator("dt", { hasText: name }) });
  if ((await row.count()) === 0) return 0;
  const digits = ((await row.last().locator("dd").textContent()) ?? "").replace(/\D/g, "");
  return Number(digits);
}
