import { expect, test } from "./kit/test.ts";

test("errors are listed in the order of the fields", async ({ customer, page }) => {
  await customer.page.goto("/account/addresses/new");
  await page.getByRole("button", { name: "Save the address" }).click();
  const links = page.getByRole("main").getByRole("alert").getByRole("link");
  await expect(links.first()).toBeVisible();
  const listed = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  const fields = page.getByRole("main").locator("[aria-invalid]");
  expect(listed).toEqual(await fields.evaluateAll((all) => all.map(({ id }) => `#${id}`)));
  expect(listed.length).toBeGreaterThan(3);
});
