import type { Page } from "@playwright/test";
import { kettle } from "./demo.ts";
import { expect, test } from "./kit/test.ts";
import { openContact } from "./steps/by-api.ts";
import { giveContact } from "./steps/checkout.ts";

/** Holds every answer from now on back. Returns how to let them through. */
async function holdAnswers(page: Page): Promise<() => void> {
  let release: (() => void) | undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/*", async (route) => {
    await released;
    await route.fallback();
  });
  return () => release?.();
}

const bar = (page: Page) => page.locator(".progress");
const announced = (page: Page) => page.getByRole("status").filter({ hasText: "One moment" });

test.describe("while an answer is on its way, the page says so", { tag: "@desktop" }, () => {
  test("to somebody who follows a link", async ({ page }) => {
    await page.goto("/");
    const release = await holdAnswers(page);
    await page.getByRole("link", { name: kettle.name }).click();
    await expect(bar(page)).toBeAttached();
    await expect(announced(page)).toBeAttached();
    release();
    await expect(page.getByRole("heading", { name: kettle.name, level: 1 })).toBeVisible();
    await expect(bar(page)).toHaveCount(0);
    await expect(announced(page)).toHaveCount(0);
  });

  test("to somebody who searches", async ({ page }) => {
    await page.goto("/");
    const release = await holdAnswers(page);
    await page.getByRole("searchbox").fill("kettle");
    await page.getByRole("searchbox").press("Enter");
    await expect(bar(page)).toBeAttached();
    release();
    await expect(page).toHaveURL(/\?search=kettle$/);
    await expect(bar(page)).toHaveCount(0);
  });

  test("to somebody who sends a form, whose button keeps its size", async ({ guest, page }) => {
    await openContact(guest);
    const button = page.locator("button[form=contact]");
    const before = await button.boundingBox();
    const release = await holdAnswers(page);
    await page.getByRole("textbox", { name: guest.words.contact.email }).fill(guest.email);
    await button.click();
    await expect(button).toHaveText("Saving …");
    await expect(bar(page)).toBeAttached();
    await expect(announced(page)).toBeAttached();
    expect(await button.boundingBox()).toEqual(before);
    release();
    await expect(page).toHaveURL(/\/checkout\/delivery$/);
    await expect(bar(page)).toHaveCount(0);
  });
});

test.describe("without a connection, a page stays and says why", { tag: "@desktop" }, () => {
  const notice = (page: Page) => page.getByText("You are offline. This page stays here");

  test("when a link is followed, until the connection is back", async ({ guest, page, network }) => {
    await openContact(guest);
    await giveContact(guest);
    await network.offline();
    await page.getByRole("link", { name: "Back to the cart" }).first().click();
    await expect(notice(page)).toBeVisible();
    await expect(page).toHaveURL(/\/checkout\/delivery$/);
    await network.online();
    await expect(notice(page)).toHaveCount(0);
    await page.getByRole("link", { name: "Back to the cart" }).first().click();
    await expect(page).toHaveURL(/\/cart$/);
  });

  test("when a language is chosen or a search is sent", async ({ page, network }) => {
    for (const press of [
      () => page.getByRole("button", { name: "Deutsch" }).click(),
      () => page.getByRole("searchbox").press("Enter"),
    ]) {
      await page.goto("/");
      await network.offline();
      await press();
      await expect(notice(page)).toBeVisible();
      await network.online();
    }
  });
});
