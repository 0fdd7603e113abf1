import { kettle, pencils } from "./demo.ts";
import { expect, test } from "./kit/test.ts";
import { fillCart } from "./steps/by-api.ts";
import { startCheckout } from "./steps/cart.ts";
import { giveContact } from "./steps/checkout.ts";

test("the quantity is saved automatically, and keeps the focus", async ({ guest, page }) => {
  await fillCart(guest);
  await page.goto("/cart");
  const more = page.getByRole("button", { name: /^One more of Stovetop Kettle/ });
  const quantity = page.getByRole("spinbutton", { name: /^Quantity of Stovetop Kettle/ });
  await more.click();
  await more.click();
  await expect(quantity).toHaveValue("3");
  await expect(page.getByText("$204.00").first()).toBeVisible();
  await expect(more).toBeFocused();
  await page.getByRole("button", { name: /^One fewer of Stovetop Kettle/ }).click();
  await expect(page.getByText("$136.00").first()).toBeVisible();
  await page.reload();
  await expect(quantity).toHaveValue("2");
});

test("the estimated total contains what shipping will probably cost, from the cart to the delivery step", {
  tag: ["@desktop", "@phone"],
}, async ({ guest, page }) => {
  await fillCart(guest);
  await page.goto("/cart");
  const total = page.getByRole("status").filter({ hasText: /^Total: / });
  await expect(page.locator("dl > div").filter({ hasText: "Shipping, Standard" })).toContainText("$5.00");
  await expect(page.locator("dl > div").filter({ hasText: "Estimated total" })).toContainText("$78.44");
  await startCheckout(guest);
  await expect(total).toHaveText("Total: $78.44");
  await giveContact(guest);
  await expect(total).toHaveText("Total: $78.44");
});

test("a quantity above the stock is rejected beside the line, until it is corrected", {
  tag: "@desktop",
}, async ({ guest, page }) => {
  await fillCart(guest);
  await page.goto("/cart");
  const quantity = page.getByRole("spinbutton", { name: /^Quantity of Stovetop Kettle/ });
  for (const tooMany of ["1000", "99999999999"]) {
    await quantity.fill(tooMany);
    await expect(quantity).toHaveAccessibleDescription("999 at most");
  }
  await quantity.fill("999");
  await expect(quantity).toHaveAccessibleDescription(/^Only \d+ left/);
  await quantity.fill("2");
  await expect(quantity).not.toHaveAccessibleDescription(/left/);
  await expect(page.getByText("$136.00").first()).toBeVisible();
});

test("what is no quantity is reported once the field is left, and an empty field has the saved one again", {
  tag: "@desktop",
}, async ({ guest, page }) => {
  await fillCart(guest);
  await page.goto("/cart");
  const quantity = page.getByRole("spinbutton", { name: /^Quantity of Stovetop Kettle/ });
  for (const wrong of ["-1", "1.5"]) {
    await quantity.fill(wrong);
    await quantity.blur();
    await expect(quantity).toHaveAccessibleDescription(/whole number/);
  }
  await quantity.fill("");
  await quantity.blur();
  await expect(quantity).toHaveValue("1");
  await expect(quantity).not.toHaveAccessibleDescription(/whole number/);
});

for (const tag of ["@desktop", "@nojs"]) {
  test.describe(tag, { tag }, () => {
    test(`a changed quantity goes along to the checkout ${tag}`, async ({ guest, page }) => {
      await fillCart(guest);
      await page.goto("/cart");
      await page.getByRole("spinbutton", { name: /^Quantity of Stovetop Kettle/ }).fill("2");
      await startCheckout(guest);
      await expect(page.getByRole("complementary").getByText("$136.00").first()).toBeVisible();
    });

    test(`what was removed can be put back ${tag}`, async ({ guest, page }) => {
      await fillCart(guest, kettle, 2);
      await fillCart(guest, pencils);
      await page.goto("/cart");
      const lines = page.getByRole("list", { name: "In your cart" }).getByRole("listitem");
      await page.getByRole("button", { name: /^Remove Stovetop Kettle/ }).click();
      await expect(lines).toHaveCount(1);
      await expect(
        page.getByRole("main").getByText("Removed from your cart: Stovetop Kettle, "),
      ).toBeVisible();
      await page.getByRole("button", { name: "Undo" }).click();
      await expect(page.getByText("It is back in your cart.", { exact: true }).first()).toBeVisible();
      await expect(lines).toHaveCount(2);
      await expect(page.getByRole("spinbutton", { name: /^Quantity of Stovetop Kettle/ })).toHaveValue("2");
    });
  });
}

test("a quantity of nothing removes the line, which can be put back", { tag: "@desktop" }, async ({
  guest,
  page,
}) => {
  await fillCart(guest);
  await page.goto("/cart");
  await page.getByRole("spinbutton", { name: /^Quantity of Stovetop Kettle/ }).fill("0");
  await expect(page.getByRole("main").getByText("Removed from your cart: Stovetop Kettle, ")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("spinbutton", { name: /^Quantity of Stovetop Kettle/ })).toHaveValue("1");
});
