import { expect, type Locator } from "@playwright/test";
import type { Inbox } from "../kit/inbox/inbox.ts";
import type { Person } from "../kit/person.ts";

export async function fillCredentials(
  person: Person,
  email = person.email,
  password = person.password,
): Promise<void> {
  const { page, words } = person;
  await page.getByRole("textbox", { name: words.account.email }).fill(email);
  await page.getByLabel(words.account.password, { exact: true }).fill(password);
}

/** Creates an account on its page, which signs in. */
export async function signUp(person: Person): Promise<void> {
  const { page, words } = person;
  await page.goto("/sign-up");
  await fillCredentials(person);
  await page.getByRole("button", { name: words.account.signUp }).click();
  await expect(page.getByRole("main").getByText(words.account.ready)).toBeVisible();
}

/** Submits the sign-in form of the open page, or of the sign-in page. It may fail. */
export async function signIn(person: Person, password = person.password): Promise<void> {
  const { page, words } = person;
  if (!page.url().includes("/sign-in")) await page.goto("/sign-in");
  await fillCredentials(person, person.email, password);
  await page.getByRole("button", { name: words.account.signIn }).click();
}

export async function signOut({ page, words }: Person): Promise<void> {
  await page.goto("/account");
  await page.getByRole("button", { name: words.account.signOut }).click();
  await expect(page.getByRole("main").getByText(words.account.signedOut)).toBeVisible();
}

/** Opens the link that confirms the account's address. */
export async function confirmAddress({ page, words, email }: Person, inbox: Inbox): Promise<void> {
  await page.goto(await inbox.waitForLink(email, "/auth/verify-email"));
  await expect(page.getByRole("main").getByText(words.account.confirmed)).toBeVisible();
}

/** Moves the order that was just placed to a new account, by choosing a password. */
export async function keepOrder({ page, words, password }: Person): Promise<void> {
  await page.getByLabel(words.account.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: words.account.keepOrder }).click();
  await expect(page.getByRole("main").getByText(words.account.kept)).toBeVisible();
}

/** Opens the list of the account's orders. */
export async function openOrders({ page }: Person): Promise<void> {
  await page.goto("/account/orders");
}

/** Requests the mail to claim orders from other devices. */
export async function askForClaim(person: Person): Promise<void> {
  const { page, words } = person;
  await openOrders(person);
  await page.getByRole("button", { name: words.account.mailClaim }).click();
  await expect(page.getByRole("main").getByText(words.account.claimMailed)).toBeVisible();
}

/** An order in the account's list, by its number. */
export function orderLink({ page, words }: Person, number: string): Locator {
  return page.getByRole("link", { name: words.orderStatus.title(number) });
}
