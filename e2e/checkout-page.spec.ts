import type { Page } from "@playwright/test";
import { beanie, breadBoard, pencils, soap } from "./demo.ts";
import { expect, test } from "./kit/test.ts";
import { fillCart, openContact, openDelivery, openPayment } from "./steps/by-api.ts";
import { addressField, giveAddress, giveContact, placeOrder, sendContact } from "./steps/checkout.ts";

/** The fields that somebody sees and may fill in. */
async function countFields(page: Page): Promise<number> {
  const fields = page.getByRole("main").locator("input:visible, select:visible, textarea:visible");
  return fields.evaluateAll(
    (all) => all.filter((each) => !["radio", "checkbox"].includes(each.getAttribute("type") ?? "")).length,
  );
}

test("finished sections fold to a line with a link to change them, and the open one has the focus", async ({
  guest,
  page,
}) => {
  const { contact, delivery, payment, placed } = guest.words;
  const heading = (name: string) => page.getByRole("heading", { name, exact: true });
  await openContact(guest);
  await expect(heading("Delivery")).toBeVisible();
  await expect(heading("Payment")).toBeVisible();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await giveContact(guest);
  await expect(heading(delivery.title)).toBeFocused();
  await expect(page.getByRole("main").getByText(guest.email)).toBeVisible();
  await giveAddress(guest);
  await expect(heading(payment.title)).toBeFocused();
  await expect(page.getByText("Ada Lovelace, 12 Harbor Road, Astoria, OR 97103")).toBeVisible();
  await page.getByRole("link", { name: "Change contact" }).click();
  await expect(heading(contact.title)).toBeFocused();
  await expect(page.getByRole("link", { name: "Change delivery" })).toBeVisible();
  await sendContact(guest);
  await expect(heading(payment.title)).toBeVisible();
  await placeOrder(guest);
  await expect(page.getByRole("heading", { level: 1, name: placed.title })).toBeFocused();
});

test("a guest in the United States sees at most eight fields before the payment", async ({ guest, page }) => {
  await openContact(guest);
  const contact = await countFields(page);
  await giveContact(guest);
  expect(contact + (await countFields(page))).toBeLessThanOrEqual(8);
});

test("the total follows the method and the country at once, and is read out", async ({ guest, page }) => {
  await openDelivery(guest);
  const total = page.getByRole("status").filter({ hasText: "Total:" });
  await expect(total).toHaveText("Total: $78.44");
  await page.getByRole("radio", { name: /^Express/ }).check();
  await expect(total).toHaveText("Total: $88.44");
  await page.getByRole("combobox", { name: "Country" }).selectOption("DE");
  await expect(page.getByRole("radio", { name: /^International/ })).toBeChecked();
  await expect(total).not.toHaveText("Total: $88.44");
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Country" })).toHaveValue("DE");
  await expect(page.getByRole("radio", { name: /^International/ })).toBeChecked();
});

test("beside the section, the total of a cart with many items is in sight", { tag: "@desktop" }, async ({
  guest,
  page,
}) => {
  for (const product of [beanie, breadBoard, pencils, soap]) await fillCart(guest, product);
  await openContact(guest);
  const summary = page.getByRole("complementary", { name: "Order summary" });
  await expect(summary.getByText("Estimated total")).toBeInViewport({ ratio: 1 });
  await summary.getByRole("region", { name: "In your cart" }).press("End");
  await expect(summary.getByText("Stovetop Kettle")).toBeInViewport();
});

test("a code is entered beside the section, and what was typed there stays", { tag: "@desktop" }, async ({
  guest,
  page,
}) => {
  await openDelivery(guest);
  await addressField(guest, "Full name").fill("Ada Lovelace");
  const summary = page.getByRole("complementary", { name: "Order summary" });
  await summary.getByText("Add a code").click();
  await summary.getByRole("textbox", { name: "Coupon code" }).fill("FIVEOFF");
  await summary.getByRole("button", { name: "Apply" }).click();
  await expect(summary.getByText("−$5.00")).toBeVisible();
  await expect(addressField(guest, "Full name")).toHaveValue("Ada Lovelace");
  await summary.getByRole("button", { name: "Remove code FIVEOFF" }).click();
  await expect(summary.getByText("−$5.00")).toHaveCount(0);
});

test("the postal code chooses the state, and an error shows at its field until it is corrected", {
  tag: "@desktop",
}, async ({ guest }) => {
  await openDelivery(guest);
  const code = addressField(guest, "ZIP code");
  await code.fill("971");
  await expect(code).not.toHaveAttribute("aria-invalid", "true");
  await addressField(guest, "City").focus();
  await expect(code).toHaveAccessibleDescription(/Enter a ZIP code such as/);
  await expect(addressField(guest, "City")).not.toHaveAttribute("aria-invalid", "true");
  await code.fill("97103");
  await expect(code).not.toHaveAttribute("aria-invalid", "true");
  await expect(addressField(guest, "State")).toHaveValue("OR");
});

test("a likely typo in a mail domain is asked about once the field is left, and corrected with one press", async ({
  guest,
  page,
}) => {
  await openContact(guest);
  const email = page.getByRole("textbox", { name: guest.words.contact.email });
  await email.fill("ada@gmial.com");
  await email.blur();
  await page.getByRole("button", { name: "Did you mean ada@gmail.com?" }).click();
  await expect(email).toHaveValue("ada@gmail.com");
  await expect(page.getByRole("button", { name: "Did you mean" })).toHaveCount(0);
});

for (const tag of ["@desktop", "@nojs"]) {
  test(`it is also asked about after the section was sent ${tag}`, { tag }, async ({ guest, page }) => {
    await openContact(guest);
    await giveContact(guest, "ada@gmial.com");
    await page.getByRole("button", { name: "Did you mean ada@gmail.com?" }).click();
    await expect(page.getByRole("main").getByText("ada@gmail.com", { exact: true })).toBeVisible();
    await expect(page.getByRole("heading", { name: guest.words.delivery.title })).toBeVisible();
  });
}

test("without scripts one press brings the total up to date", { tag: "@nojs" }, async ({ guest, page }) => {
  await openDelivery(guest);
  await addressField(guest, "City").fill("Astoria");
  await page.getByRole("radio", { name: /^Express/ }).check();
  await page.getByRole("button", { name: "Update the total" }).click();
  await expect(page.getByRole("complementary").getByText("$88.44")).toBeVisible();
  await expect(page.getByRole("radio", { name: /^Express/ })).toBeChecked();
  await expect(addressField(guest, "City")).toHaveValue("Astoria");
});

test.describe("on a phone", { tag: "@phone" }, () => {
  test("the step's button and the total are in sight at every step, and the summary unfolds", async ({
    guest,
    page,
  }) => {
    for (const [open, button] of [
      [openContact, guest.words.contact.submit],
      [openDelivery, guest.words.delivery.submit],
      [openPayment, guest.words.payment.place],
    ] as const) {
      await open(guest);
      await page.evaluate(() => scrollTo(0, 0));
      await expect(page.getByRole("button", { name: button })).toBeInViewport({ ratio: 1 });
      const bar = page.locator("summary").filter({ hasText: /\d items?/ });
      await expect(bar).toBeInViewport({ ratio: 1 });
      await expect(bar).toContainText(/\$\d/);
      await bar.click();
      await expect(page.getByText("Stovetop Kettle").filter({ visible: true })).toBeInViewport();
      await bar.click();
    }
  });

  test("the bar is never over the field that has the focus", async ({ guest, page }) => {
    await openDelivery(guest);
    await addressField(guest, "Full name").focus();
    const places = page.locator("#delivery").locator("input:visible, select:visible, summary:visible");
    for (let field = await places.count(); field > 0; field--) {
      await page.keyboard.press("Tab");
      const isCovered = await page.evaluate(() => {
        const [focused, bar] = [document.activeElement, document.querySelector(".step-bar")];
        if (!focused || !bar || bar.contains(focused)) return false;
        return focused.getBoundingClientRect().bottom > bar.getBoundingClientRect().top;
      });
      expect(isCovered).toBe(false);
    }
  });
});
