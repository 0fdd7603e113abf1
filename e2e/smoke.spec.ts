import { expect, test } from "./kit/test.ts";

test("the shop's first page opens and its mailbox answers", async ({ page, inbox, guest }) => {
  const response = await page.goto("/");
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await inbox.mailsTo(guest.email)).toEqual([]);
});

test("the shop's first page works without scripts", { tag: "@nojs" }, async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
