import { expect, test } from "./support/test.ts";

test("the shop's first page opens and its mailbox answers", async ({ page, inbox, freshAddress }) => {
  const response = await page.goto("/");
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await inbox.mailsTo(freshAddress)).toEqual([]);
});

test("the shop's first page is whole without scripts", { tag: "@nojs" }, async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
