import * as z from "zod";
import type { Person } from "../kit/person.ts";

const session = z.object({ user: z.object({ isAnonymous: z.boolean().nullish() }) }).nullable();
const orders = z.object({ data: z.array(z.object({ id: z.string(), cancellable: z.boolean() })) });

/**
 * Cleans up after a person: cancels orders, which returns the stock, and deletes the account. Orders that cannot be
 * cancelled stay, and so do those of a guest who has signed in without them.
 */
export async function cleanUpAfter(person: Person): Promise<void> {
  const { call } = person;
  const now = await call(session, "GET", "/auth/get-session");
  if (!now) return;
  const { data } = await call(orders, "GET", "/store/orders?limit=100");
  for (const { id } of data.filter((order) => order.cancellable)) {
    await call(z.unknown(), "POST", `/store/orders/${id}/cancel`);
  }
  if (!now.user.isAnonymous) await deleteAccount(person);
}

/** On its page. An account whose password the test has changed stays. */
async function deleteAccount({ page, words, password }: Person): Promise<void> {
  await page.goto("/account/delete");
  await page.getByLabel(words.account.yourPassword, { exact: true }).fill(password);
  await page.getByRole("button", { name: words.account.delete }).click();
  const main = page.getByRole("main");
  await main.getByText(words.account.deleted).or(main.getByRole("alert")).first().waitFor();
}
