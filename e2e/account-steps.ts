import { expect, type Page } from "@playwright/test";
import type { Inbox } from "./support/inbox.ts";

export const password = "a few words in a row";

export async function fillCredentials(page: Page, email: string, secret = password): Promise<void> {
  await page.getByRole("textbox", { name: "Email address" }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(secret);
}

/** Makes an account on the page for it and ends up in it. */
export async function signUp(page: Page, email: string): Promise<void> {
  await page.goto("/sign-up");
  await fillCredentials(page, email);
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(page.getByRole("main").getByText("Your account is ready.")).toBeVisible();
}

/** Signs in on the page that is open, or on the sign-in page. */
export async function signIn(page: Page, email: string, secret = password): Promise<void> {
  if (!page.url().includes("/sign-in")) await page.goto("/sign-in");
  await fillCredentials(page, email, secret);
  await page.getByRole("button", { name: "Sign in" }).click();
}

export async function signOut(page: Page): Promise<void> {
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("main").getByText("You are signed out.")).toBeVisible();
}

/** The address of the newest mail's link that contains `part`. */
export async function linkFrom(inbox: Inbox, to: string, part: string): Promise<string> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const links = (await inbox.mailsTo(to)).toReversed().flatMap((mail) => mail.links);
    const link = links.find((each) => each.includes(part));
    if (link) return link;
    if (Date.now() > deadline) throw new Error(`No mail to ${to} with a link to ${part}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Opens the link that proves the account's address. */
export async function confirmAddress(page: Page, inbox: Inbox, email: string): Promise<void> {
  await page.goto(await linkFrom(inbox, email, "/auth/verify-email"));
  await expect(page.getByRole("main").getByText("your address is confirmed")).toBeVisible();
}

/** An order of the account, by its number, among the account's orders. */
export function orderLink(page: Page, number: string) {
  return page.getByRole("link", { name: `Order ${number}` });
}
