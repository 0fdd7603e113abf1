import { expect, test } from "./kit/test.ts";
import { openPayment } from "./steps/by-api.ts";

type Guest = Parameters<typeof openPayment>[0];

// A payment with a redirect: the demo card's second step stands for every provider's page.

async function payBy({ page, words }: Guest, way: RegExp): Promise<void> {
  await page.getByRole("radio", { name: way }).check();
  await page.getByRole("button", { name: words.payment.place }).click();
}

/** Chooses the card with a second step and goes to it. */
async function goToStep(guest: Guest): Promise<void> {
  const { page } = guest;
  await openPayment(guest);
  await payBy(guest, /second step/);
  await expect(page).toHaveURL(/\/checkout\/demo-card\//);
  await expect(page.getByRole("heading", { name: "Confirm your payment" })).toBeVisible();
}

for (const tag of ["@desktop", "@nojs"]) {
  test.describe(`a second step ${tag}`, { tag }, () => {
    test("if accepted, it leads to the order, even on a second visit", async ({ guest, page }) => {
      await goToStep(guest);
      const attempt = new URL(page.url()).pathname.split("/").at(-1);
      await page.getByRole("button", { name: "Confirm" }).click();
      await expect(page).toHaveURL(/\/checkout\/placed\//);
      const placed = page.url();
      for (const path of [`/checkout/return/${attempt}`, `/checkout/demo-card/${attempt}`]) {
        await page.goto(path);
        await expect(page).toHaveURL(placed);
      }
    });

    test("if declined, it says so and leads back to the payment, where another card works", async ({
      guest,
      page,
    }) => {
      await goToStep(guest);
      await page.getByRole("button", { name: "Decline" }).click();
      await expect(page.getByRole("heading", { name: "The payment was declined" })).toBeVisible();
      await page.getByRole("link", { name: "Back to payment" }).click();
      await payBy(guest, /accepted/);
      await expect(page).toHaveURL(/\/checkout\/placed\//);
    });

    test("if abandoned, the cart can be changed and paid again", async ({ guest, page }) => {
      await goToStep(guest);
      const step = page.url();
      await page.goto("/checkout/payment");
      await payBy(guest, /Bank transfer/);
      await expect(page).toHaveURL(/\/checkout\/placed\//);
      await page.goto(step);
      await expect(page).toHaveURL(/\/checkout\/placed\//);
    });
  });
}
