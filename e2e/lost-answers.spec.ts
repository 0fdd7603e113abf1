import type { Page } from "@playwright/test";
import {
  addressField,
  giveContact,
  placedNumber,
  placeOrder,
  putIntoCart,
  reachPayment,
  startCheckout,
} from "./journey.ts";
import { expect, test } from "./support/test.ts";

type Fate = "never sent" | "cut after the work" | "a gateway's page";

/** What becomes of the next form that the page sends. Everything after it goes its way. */
async function nextForm(page: Page, fate: Fate): Promise<void> {
  let spared = true;
  await page.route("**/*", async (route) => {
    const isForm = spared && route.request().headers()["next-action"] !== undefined;
    if (!isForm) return route.fallback();
    spared = false;
    if (fate === "never sent") return route.abort("connectionrefused");
    await route.fetch({ maxRedirects: 0 });
    if (fate === "cut after the work") return route.abort("connectionreset");
    return route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad Gateway</h1>" });
  });
}

for (const fate of ["cut after the work", "a gateway's page"] as const) {
  test(`an order whose answer was lost is found: ${fate}`, async ({ page, inbox, freshAddress }) => {
    await reachPayment(page, freshAddress);
    await nextForm(page, fate);
    await placeOrder(page);
    const number = await placedNumber(page);
    await inbox.waitForMail({ to: freshAddress, subject: number });
    expect(await inbox.mailsTo(freshAddress)).toHaveLength(1);
  });
}

test("an order that never arrived is sent again from the same page", { tag: "@desktop" }, async ({
  page,
  freshAddress,
}) => {
  await reachPayment(page, freshAddress);
  await nextForm(page, "never sent");
  await placeOrder(page);
  await expect(page.getByText("No answer; we are checking whether your order arrived.")).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "Your order has not arrived" })).toBeFocused({
    timeout: 20_000,
  });
  await expect(page.getByRole("radio", { name: /accepted/ })).toBeChecked();
  await page.getByRole("button", { name: "Send again" }).click();
  expect(await placedNumber(page)).toMatch(/^SC-/);
});

test("the cart and every step lead from a cart that was ordered to its order", { tag: "@desktop" }, async ({
  page,
  context,
  freshAddress,
}) => {
  await reachPayment(page, freshAddress);
  const before = await context.cookies();
  await placeOrder(page);
  const number = await placedNumber(page);
  // As if the answer that lets go of the cart had never come.
  await context.addCookies(before);
  for (const path of ["/cart", "/checkout/contact", "/checkout/delivery", "/checkout/payment"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/checkout\/placed\//);
    expect(await placedNumber(page)).toBe(number);
  }
  await putIntoCart(page);
  await page.goto("/checkout/contact");
  await expect(page.getByRole("heading", { name: "Where can we reach you?" })).toBeVisible();
});

test("a form keeps what was typed while the browser is offline", async ({ page, context, freshAddress }) => {
  await putIntoCart(page);
  await startCheckout(page);
  const email = page.getByRole("textbox", { name: "Email address" });
  await email.fill(freshAddress);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "You are offline" })).toBeFocused();
  await expect(email).toHaveValue(freshAddress);
  await context.setOffline(false);
  await expect(page.getByText("You are connected again.")).toBeVisible();
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByRole("heading", { name: "Where should we send it?" })).toBeVisible();
});

test("a form whose answer is lost stays as it was typed", { tag: "@desktop" }, async ({
  page,
  freshAddress,
}) => {
  await putIntoCart(page);
  await startCheckout(page);
  await giveContact(page, freshAddress);
  await addressField(page, "City").fill("Astoria");
  await nextForm(page, "a gateway's page");
  await page.getByRole("button", { name: "Continue to payment" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "No answer came" })).toBeFocused();
  await expect(addressField(page, "City")).toHaveValue("Astoria");
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeFocused();
  await expect(addressField(page, "City")).toHaveValue("Astoria");
});
