import type { Page } from "@playwright/test";
import { atFakeStripe, stripeFaults } from "./kit/fake-stripe.ts";
import { stripe } from "./kit/payments.ts";
import type { Person } from "./kit/person.ts";
import { expect, test } from "./kit/test.ts";
import { openPayment } from "./steps/by-api.ts";
import { placeButton, placedNumber, placeOrder, walkToPayment } from "./steps/checkout.ts";

// The shop runs against the fake Stripe (test/fakes/stripe), whose page works without scripts, too.

async function goToStripe(guest: Person, comeToPayment = openPayment): Promise<void> {
  await comeToPayment(guest);
  await stripe.next(guest, "accepted");
  await placeButton(guest).click();
  await expect(guest.page.getByText("Fake Stripe: no money moves.")).toBeVisible();
}

async function payWith(page: Page, card: RegExp): Promise<void> {
  await page.getByRole("radio", { name: card }).check();
  await page.getByRole("button", { name: "Pay", exact: true }).click();
}

for (const scripts of ["with", "without"]) {
  test.describe(`${scripts} scripts`, scripts === "without" ? { tag: "@nojs" } : {}, () => {
    test("a guest pays on Stripe's page and returns to the order", async ({ guest, page }) => {
      // With scripts the document is the product's: its policy has to let the form leave the shop, too.
      await goToStripe(guest, walkToPayment);
      await expect(page.getByText(`Receipt to: ${guest.email}`)).toBeVisible();
      await expect(page.getByRole("row", { name: /^Total due/ })).toContainText("$78.44");
      await payWith(page, /accepted/);
      const number = await placedNumber(guest);
      await page.reload();
      expect(await placedNumber(guest)).toBe(number);
    });

    test("after going back without paying, the cart can be paid in another way", async ({ guest, page }) => {
      await goToStripe(guest);
      await page.getByRole("link", { name: "Back to the shop" }).click();
      await expect(page).toHaveURL(/\/checkout\/payment/);
      await placeOrder(guest);
      await placedNumber(guest);
    });

    test("after a declined card, one with a second step works", async ({ guest, page }) => {
      await goToStripe(guest);
      await payWith(page, /without enough money/);
      await expect(page.getByRole("alert")).toHaveText("Your card has insufficient funds.");
      await payWith(page, /second step/);
      await page.getByRole("button", { name: "Fail" }).click();
      await expect(page.getByRole("alert")).toContainText("unable to authenticate");
      await payWith(page, /second step/);
      await page.getByRole("button", { name: "Complete" }).click();
      await placedNumber(guest);
    });
  });
}

test("an order is placed and mailed even if the tab was closed after paying", async ({
  guest,
  page,
  inbox,
}) => {
  await goToStripe(guest);
  await atFakeStripe(page, "pay");
  await page.close();
  await inbox.waitForMail({ to: guest.email });
});

test("the shopper's return places the order if Stripe's event is lost, and a second return finds it", async ({
  guest,
  page,
}) => {
  await goToStripe(guest);
  await stripe.causeFault?.(guest, "events lost");
  const returns: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/checkout/return/")) returns.push(request.url());
  });
  await payWith(page, /accepted/);
  const number = await placedNumber(guest);
  await page.goto(returns[0] ?? "");
  expect(await placedNumber(guest)).toBe(number);
});

for (const fault of stripeFaults) {
  test(`an order is placed once with this fault: ${fault}`, async ({ guest, page, inbox }) => {
    await goToStripe(guest);
    await stripe.causeFault?.(guest, fault);
    await payWith(page, /accepted/);
    const number = await placedNumber(guest);
    await inbox.waitForMail({ to: guest.email, subject: number });
    await page.reload();
    expect(await placedNumber(guest)).toBe(number);
  });
}

test("the payment step's policy lets its form redirect to Stripe only", async ({ guest, page }) => {
  await openPayment(guest);
  const response = await page.reload();
  const policy = response?.headers()["content-security-policy"] ?? "";
  const [, targets = ""] = /form-action ([^;]+)/.exec(policy) ?? [];
  await stripe.next(guest, "accepted");
  await placeButton(guest).click();
  await expect(page.getByText("Fake Stripe: no money moves.")).toBeVisible();
  expect(targets).toBe(`'self' ${new URL(page.url()).origin}`);
});
