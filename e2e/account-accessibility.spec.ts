import { beanie } from "./demo.ts";
import type { Accessibility } from "./kit/a11y.ts";
import type { Person } from "./kit/person.ts";
import { expect, test } from "./kit/test.ts";
import { askForClaim, confirmAddress, fillCredentials, signIn, signOut } from "./steps/account.ts";
import { fillCart, haveOrder, openPlaced } from "./steps/by-api.ts";
import { trackingLink } from "./steps/order.ts";

test.describe("axe finds nothing, in light and dark", () => {
  test("on the pages to sign in and up, errors included", async ({ guest, a11y }) => {
    const { page } = guest;
    const check = () => expectReachable(guest, a11y);
    for (const path of [
      "/sign-in",
      "/sign-up",
      "/forgot-password",
      "/forgot-password?status=sent",
      "/reset-password/x",
    ]) {
      await page.goto(path);
      await check();
    }
    for (const [path, button] of [
      ["/sign-in", "Sign in"],
      ["/sign-up", "Create my account"],
      ["/forgot-password", "Email me a link"],
    ] as const) {
      await page.goto(path);
      await page.getByRole("button", { name: button }).click();
      await expect(page.getByRole("main").getByText("There is a problem")).toBeVisible();
      await check();
    }
  });

  test("in an account, from the order to the claim", async ({ guest, newPerson, inbox, a11y }) => {
    test.slow();
    const { page } = guest;
    const check = () => expectReachable(guest, a11y);
    await haveOrder(await newPerson({ email: guest.email }));
    const other = { ...guest, email: `other-${guest.email}` };
    await openPlaced(other);
    await check();
    await page.goto(await trackingLink(inbox, other.email));
    await check();
    for (const part of ["/data", "/data/erase", "/data/erased"]) {
      await page.goto(new URL(page.url()).pathname.split("/").slice(0, 3).join("/") + part);
      await check();
    }
    await page.goto("/sign-up");
    await check();
    await fillCredentials(guest);
    await page.getByRole("button", { name: "Create my account" }).click();
    await expect(page.getByRole("heading", { name: "An order was added to your account" })).toBeVisible();
    await check();
    await page.getByRole("link", { name: "Keep it" }).click();
    await expect(page.getByRole("heading", { name: "Your orders" })).toBeVisible();
    await page.goto("/account");
    await check();
    await page.goto("/account/orders");
    await check();
    await confirmAddress(guest, inbox);
    await askForClaim(guest);
    await check();
    await page.goto(await inbox.waitForLink(guest.email, "/account/claim/"));
    await check();
    for (const path of ["addresses", "addresses/new", "profile", "delete", "claim/x"]) {
      await page.goto(`/account/${path}`);
      await check();
    }
    await fillCart(guest);
    await signOut(guest);
    await fillCart(guest, beanie);
    await signIn(guest);
    await expect(page).toHaveURL(/\/account$/);
    await page.goto("/cart");
    await expect(page.getByRole("main").getByText("Your two carts are one now")).toBeVisible();
    await check();
  });
});

test("an account can be used with the keyboard alone", { tag: "@desktop" }, async ({ guest, page }) => {
  await page.goto("/sign-up");
  await page.getByRole("textbox", { name: "Email address" }).focus();
  await page.keyboard.type(guest.email);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type(guest.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByText("Your account is ready.")).toBeVisible();
});

/** Checks a page with axe, and its width. */
async function expectReachable({ page }: Person, a11y: Accessibility): Promise<void> {
  await a11y.check();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over, page.url()).toBeLessThanOrEqual(0);
}
