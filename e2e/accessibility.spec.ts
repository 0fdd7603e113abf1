import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import {
  address,
  addressField,
  buy,
  giveContact,
  placedNumber,
  putIntoCart,
  reachPayment,
  startCheckout,
} from "./journey.ts";
import { expect, test } from "./support/test.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
  expect(found, page.url()).toEqual([]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(
    `axe finds nothing, ${colorScheme}`,
    colorScheme === "dark" ? { tag: "@desktop" } : {},
    () => {
      test.use({ colorScheme });

      test("in the catalogue, on a product, on pages that are not there", async ({ page }) => {
        const paths = [
          "/",
          "/?category=garden",
          "/?search=zzz",
          "/products/wool-beanie",
          "/products/bath-brush",
          "/nowhere",
        ];
        for (const path of [...paths, "/order-status", `/order-status/${"x".repeat(43)}`, "/cart"]) {
          await page.goto(path);
          await expectNoViolations(page);
        }
      });

      test("from the cart to the order, errors included", async ({ page, freshAddress }) => {
        await putIntoCart(page);
        await page.getByRole("textbox", { name: "Coupon code" }).fill("NOPE");
        await page.getByRole("button", { name: "Apply" }).click();
        await expect(page.getByText("is not a code we know")).toBeVisible();
        await expectNoViolations(page);
        await startCheckout(page);
        await page.getByRole("button", { name: "Continue to delivery" }).click();
        await expect(page.getByText("There is a problem")).toBeVisible();
        await expectNoViolations(page);
        await giveContact(page, freshAddress);
        await page.getByRole("checkbox", { name: "The billing address is the same" }).uncheck();
        await page.getByRole("button", { name: "Continue to payment" }).click();
        await expect(page.getByText("There is a problem")).toBeVisible();
        await expectNoViolations(page);
      });

      test("on the payment step, the order and the look-up", async ({ page, inbox, freshAddress }) => {
        await reachPayment(page, freshAddress);
        await expectNoViolations(page);
        await page.getByRole("button", { name: /^Place order/ }).click();
        const number = await placedNumber(page);
        await expectNoViolations(page);
        const mail = await inbox.waitForMail({ to: freshAddress });
        await page.goto(mail.links.find((link) => link.includes("/order-status/")) ?? "");
        await expectNoViolations(page);
        await page.goto("/order-status");
        await page.getByRole("textbox", { name: "Email address" }).fill(freshAddress);
        await page.getByRole("textbox", { name: "Order number" }).fill(number);
        await page.getByRole("button", { name: "Find my order" }).click();
        await expect(page.getByRole("heading", { name: `Order ${number}` })).toBeVisible();
        await expectNoViolations(page);
      });
    },
  );
}

/** Presses Tab until `wanted` has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`60 presses of Tab do not lead to ${wanted}`);
}

test.describe("with the keyboard alone", { tag: "@desktop" }, () => {
  test("a guest buys", async ({ page, freshAddress }) => {
    const button = (name: string | RegExp) => page.getByRole("button", { name });
    await page.goto("/");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("link", { name: "Stovetop Kettle" }));
    await page.keyboard.press("Enter");
    await tabTo(page, button("Add to cart"));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("link", { name: "Check out as a guest" }));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("textbox", { name: "Email address" }));
    await page.keyboard.type(freshAddress);
    await page.keyboard.press("Enter");
    for (const [label, value] of Object.entries(address)) {
      await tabTo(page, addressField(page, label));
      await page.keyboard.type(value);
    }
    await tabTo(page, page.getByRole("radio", { name: /^Standard/ }));
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: /^Express/ })).toBeChecked();
    await tabTo(page, button("Continue to payment"));
    await page.keyboard.press("Enter");
    await tabTo(page, button(/^Place order/));
    await page.keyboard.press("Enter");
    expect(await placedNumber(page)).toMatch(/^SC-/);
  });

  test("what has the focus is always in sight and marked", async ({ page, freshAddress }) => {
    await buy(page, freshAddress);
    for (const path of ["/", "/products/bread-board", "/order-status"]) {
      await page.goto(path);
      for (let presses = 0; presses < 15; presses++) {
        await page.keyboard.press("Tab");
        const seen = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          const { top, bottom } = element.getBoundingClientRect();
          const marked = [element, element.closest(".choice")].some(
            (each) => each && getComputedStyle(each).outlineStyle !== "none",
          );
          return {
            name: element.outerHTML.slice(0, 80),
            marked,
            inSight: bottom > 0 && top < window.innerHeight,
          };
        });
        if (seen) expect(seen).toMatchObject({ marked: true, inSight: true });
      }
    }
  });
});
