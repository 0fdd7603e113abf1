import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { confirmAddress, fillCredentials, linkFrom, signIn, signOut } from "./account-steps.ts";
import { buy, putIntoCart } from "./journey.ts";
import { expect, test } from "./support/test.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function expectNoViolations(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
  expect(found, page.url()).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`axe finds nothing, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("on the way into an account, errors included", async ({ page }) => {
      for (const path of [
        "/sign-in",
        "/sign-up",
        "/forgot-password",
        "/forgot-password?status=sent",
        "/reset-password/x",
      ]) {
        await page.goto(path);
        await expectNoViolations(page);
      }
      for (const [path, button] of [
        ["/sign-in", "Sign in"],
        ["/sign-up", "Make my account"],
        ["/forgot-password", "Mail me a link"],
      ] as const) {
        await page.goto(path);
        await page.getByRole("button", { name: button }).click();
        await expect(page.getByRole("main").getByText("There is a problem")).toBeVisible();
        await expectNoViolations(page);
      }
    });

    test("in an account, from the order to the claim", async ({ page, browser, inbox, freshAddress }) => {
      test.slow();
      const otherDevice = await browser.newPage();
      await buy(otherDevice, freshAddress);
      await otherDevice.close();
      await buy(page, `other-${freshAddress}`);
      await expectNoViolations(page);
      await page.goto(await linkFrom(inbox, `other-${freshAddress}`, "/order-status/"));
      await expectNoViolations(page);
      for (const part of ["/data", "/data/erase", "/data/erased"]) {
        await page.goto(new URL(page.url()).pathname.split("/").slice(0, 3).join("/") + part);
        await expectNoViolations(page);
      }
      await page.goto("/sign-up");
      await expectNoViolations(page);
      await page.getByRole("radio", { name: /^Attach/ }).check();
      await fillCredentials(page, freshAddress);
      await page.getByRole("button", { name: "Make my account" }).click();
      await expect(page.getByRole("main").getByText("Your account is ready.")).toBeVisible();
      await expectNoViolations(page);
      await page.goto("/account/orders");
      await expectNoViolations(page);
      await confirmAddress(page, inbox, freshAddress);
      await page.goto("/account/orders");
      await page.getByRole("button", { name: "Mail me the link" }).click();
      await expect(page.getByRole("main").getByText("The mail with the link is on its way.")).toBeVisible();
      await expectNoViolations(page);
      await page.goto(await linkFrom(inbox, freshAddress, "/account/claim/"));
      await expectNoViolations(page);
      for (const path of ["addresses", "addresses/new", "profile", "delete", "claim/x"]) {
        await page.goto(`/account/${path}`);
        await expectNoViolations(page);
      }
      await putIntoCart(page);
      await signOut(page);
      await putIntoCart(page, "wool-beanie", /Clay/);
      await signIn(page, freshAddress);
      await expect(page).toHaveURL(/\/account$/);
      await page.goto("/cart");
      await expect(page.getByRole("main").getByText("Your two carts are one now")).toBeVisible();
      await expectNoViolations(page);
    });
  });
}

test("what is done in an account is done with the keyboard alone", { tag: "@desktop" }, async ({
  page,
  freshAddress,
}) => {
  await page.goto("/sign-up");
  await page.getByRole("textbox", { name: "Email address" }).focus();
  await page.keyboard.type(freshAddress);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("a few words in a row");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByText("Your account is ready.")).toBeVisible();
});
