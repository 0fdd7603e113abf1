import type { Page } from "@playwright/test";
import { linkFrom, signIn, signUp } from "./account-steps.ts";
import { fillAddress, giveContact, putIntoCart, startCheckout } from "./journey.ts";
import { expect, test } from "./support/test.ts";

const unbroken = (length: number) => "Donaudampfschifffahrtsgesellschaft".repeat(10).slice(0, length);
const longest = {
  name: unbroken(90),
  line: unbroken(180),
  email: (fresh: string) => `${"w".repeat(60)}@${"mail-".repeat(11)}x.${fresh.split("@")[1]}`,
};

const longAddress = {
  "First name": longest.name,
  "Last name": longest.name,
  Address: longest.line,
  City: longest.name,
  State: "OR",
  "ZIP code": "97103",
};

const sizes = [
  { width: 320, text: 100 },
  { width: 360, text: 100 },
  { width: 375, text: 100 },
  { width: 390, text: 100 },
  { width: 390, text: 200 },
];

/** What a merchant may make as long as he likes: titles, options, codes, numbers of orders and parcels, carriers. */
const merchants =
  /Stovetop Kettle|Steel|Bread Board|Wool Beanie|kettle|WELCOME10|Standard|Express|SC-\w{8}|UPS|USPS|DHL|FedEx|\b[A-Z0-9]{10,}\b/g;

/** What of the page reaches over the right edge of the screen, at every size. */
async function expectNothingTooWide(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.evaluate(
    ([pattern, long]) => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        if (node.parentElement?.closest("script, style, option")) continue;
        node.textContent = (node.textContent ?? "").replace(new RegExp(pattern, "g"), long);
      }
    },
    [merchants.source, unbroken(60)] as const,
  );
  for (const { width, text } of sizes) {
    await page.setViewportSize({ width, height: 800 });
    const found = await page.evaluate((percent) => {
      document.documentElement.style.fontSize = `${percent}%`;
      const { clientWidth, scrollWidth } = document.documentElement;
      const wide = [...document.body.querySelectorAll("*")]
        .filter((each) => each.getBoundingClientRect().right > clientWidth + 0.5)
        .map((each) => each.outerHTML.slice(0, 120));
      return { over: scrollWidth - clientWidth, wide: scrollWidth > clientWidth ? wide.slice(0, 5) : [] };
    }, text);
    expect(found, `${page.url()} at ${width} px and ${text} %`).toEqual({ over: 0, wide: [] });
  }
}

async function visit(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expectNothingTooWide(page);
  }
}

test.describe("nothing is wider than the screen, whatever it says", { tag: "@desktop" }, () => {
  test.slow();

  test("in the shop, and on the way into an account", async ({ page }) => {
    await visit(page, [
      "/",
      "/?search=kettle",
      `/?search=${unbroken(90)}`,
      "/products/stovetop-kettle",
      "/products/bread-board",
      "/products/wool-beanie",
      "/cart",
      "/order-status",
      `/order-status/${"x".repeat(43)}`,
      "/nowhere",
      "/sign-in",
      "/sign-up",
      "/forgot-password",
      "/forgot-password?status=sent",
      "/reset-password/x",
    ]);
  });

  test("from the cart to the order and to what a guest's link opens", async ({
    page,
    inbox,
    freshAddress,
  }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    const email = longest.email(freshAddress);
    await putIntoCart(page);
    await page.getByRole("textbox", { name: "Coupon code" }).fill("WELCOME10");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page.getByText("The code is applied.").first()).toBeVisible();
    await expectNothingTooWide(page);
    await page.goto("/cart");
    await startCheckout(page);
    await expectNothingTooWide(page);
    await page.goto("/checkout/contact");
    await page.getByRole("textbox", { name: "Full name" }).fill(longest.line);
    await giveContact(page, email);
    await page.getByRole("button", { name: "Continue to payment" }).click();
    await expect(page.getByText("There is a problem")).toBeVisible();
    await expectNothingTooWide(page);
    await page.goto("/checkout/delivery");
    await fillAddress(page, longAddress);
    await page.getByRole("button", { name: "Continue to payment" }).click();
    await expect(page.getByRole("heading", { name: "Check and pay" })).toBeVisible();
    await expectNothingTooWide(page);
    await page.reload();
    await page.getByRole("button", { name: /^Place order/ }).click();
    await expect(page.getByRole("heading", { name: /^Thank you/ })).toBeVisible({ timeout: 20_000 });
    const number = (await page.getByText(/^SC-[0-9A-Z]{8}$/).textContent()) ?? "";
    await expectNothingTooWide(page);
    const path = new URL(await linkFrom(inbox, email, "/order-status/")).pathname;
    await visit(page, [path, `${path}/data`, `${path}/data/erase`, `${path}/data/erased`]);
    await page.goto("/order-status");
    await page.getByRole("textbox", { name: "Email address" }).fill(email);
    await page.getByRole("textbox", { name: "Order number" }).fill(number);
    await page.getByRole("button", { name: "Find my order" }).click();
    await expect(page.getByRole("heading", { name: `Order ${number}` })).toBeVisible();
    await expectNothingTooWide(page);
  });

  test("in an account, with its orders, addresses and claims", async ({
    page,
    browser,
    inbox,
    freshAddress,
  }) => {
    const email = longest.email(freshAddress);
    const otherDevice = await browser.newPage();
    await putIntoCart(otherDevice);
    await startCheckout(otherDevice);
    await giveContact(otherDevice, email);
    await fillAddress(otherDevice);
    await otherDevice.getByRole("button", { name: "Continue to payment" }).click();
    await otherDevice.getByRole("button", { name: /^Place order/ }).click();
    await expect(otherDevice.getByRole("heading", { name: /^Thank you/ })).toBeVisible({ timeout: 20_000 });
    await otherDevice.close();
    await signUp(page, email);
    await page.goto("/account/profile");
    await page.getByRole("textbox", { name: "Full name" }).fill(longest.name);
    await page.getByRole("button", { name: "Save the name" }).click();
    await visit(page, [
      "/account",
      "/account/profile",
      "/account/addresses",
      "/account/addresses/new",
      "/account/delete",
    ]);
    await page.goto(await linkFrom(inbox, email, "/auth/verify-email"));
    await page.goto("/account/orders");
    await page.getByRole("button", { name: "Mail me the link" }).click();
    await expect(page.getByRole("main").getByText("The mail with the link is on its way.")).toBeVisible();
    await expectNothingTooWide(page);
    await visit(page, [await linkFrom(inbox, email, "/account/claim/"), "/account/claim/x"]);
  });

  test("in the account of somebody with a history", async ({ page }) => {
    await signIn(page, "ada@example.com", "saltmarsh-demo-1");
    await expect(page).toHaveURL(/\/account$/);
    await page.goto("/account/orders");
    const orders = await page.getByRole("link", { name: /^Order SC-/ }).all();
    const paths = await Promise.all(orders.map((link) => link.getAttribute("href")));
    const own = paths.flatMap((path) => (path ? [path, `${path}/cancel`] : []));
    await visit(page, ["/account", "/account/orders", "/account/addresses", ...own]);
  });
});
