import { address, beanie, kettleTotal, soap } from "./demo.ts";
import { expect, test } from "./kit/test.ts";
import { fillCart, openContact, openDelivery, openPayment } from "./steps/by-api.ts";
import { applyCode, putIntoCart, startCheckout, tryCode } from "./steps/cart.ts";
import {
  fillAddress,
  giveAddress,
  giveContact,
  placedNumber,
  placeOrder,
  sendAddress,
  sendContact,
} from "./steps/checkout.ts";

test("with an empty cart every step redirects to the cart", { tag: "@desktop" }, async ({ page }) => {
  for (const step of ["/checkout", "/checkout/contact", "/checkout/delivery", "/checkout/payment"]) {
    await page.goto(step);
    await expect(page).toHaveURL(/\/cart$/);
    await expect(page.getByRole("heading", { name: "Your cart is empty" })).toBeVisible();
  }
});

test("a step cannot be skipped", { tag: "@desktop" }, async ({ guest, page }) => {
  await fillCart(guest);
  await page.goto("/checkout/payment");
  await expect(page).toHaveURL(/\/checkout\/contact$/);
  await giveContact(guest);
  await page.goto("/checkout/payment");
  await expect(page).toHaveURL(/\/checkout\/delivery$/);
});

test("an invalid email address is reported at its field and read out", async ({ guest, page }) => {
  await openContact(guest);
  const email = page.getByRole("textbox", { name: "Email address" });
  await email.fill("ada@example");
  await sendContact(guest);
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeFocused();
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(email).toHaveAccessibleDescription(/Enter an email address like name@example.com/);
  await expect(email).toHaveValue("ada@example");
});

test("all missing parts of an address are reported at once, by their names in that country", async ({
  guest,
  page,
}) => {
  await openDelivery(guest);
  await sendAddress(guest);
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary.getByRole("listitem")).toHaveText([
    "Enter the full name",
    "Enter the street and number",
    "Enter the ZIP code",
    "Enter the city",
    "Choose the state",
  ]);
  await page.getByRole("combobox", { name: "Country" }).selectOption("CA");
  await expect(page.getByRole("combobox", { name: "Province" })).toBeVisible();
  await page.getByRole("textbox", { name: "Postal code" }).fill("97103");
  await sendAddress(guest);
  await expect(summary.getByRole("listitem").filter({ hasText: "postal code" })).toHaveText(
    "Enter a postal code such as H3Z 2Y7",
  );
  await expect(page.getByRole("radio", { name: /^International/ })).toBeChecked();
});

test("a name that is too long is reported with the length that fits", { tag: "@desktop" }, async ({
  guest,
  page,
}) => {
  await openDelivery(guest);
  await fillAddress(guest, { ...address, "Full name": "x".repeat(101) });
  await sendAddress(guest);
  const error = page.getByRole("link", { name: "Use a shorter name, up to 100 characters" });
  await expect(error).toBeVisible();
});

test("the billing address can be in any country, with its fields in its own order", {
  tag: "@desktop",
}, async ({ guest, page }) => {
  await openDelivery(guest);
  await page.getByRole("checkbox", { name: "The billing address is the same" }).uncheck();
  const billing = page.getByRole("group", { name: "Billing address" });
  const country = billing.getByRole("combobox", { name: "Country" });
  const labels = billing.locator("label");
  for (const [code, below] of [
    ["JP", ["Postal code", "City (optional)", "Prefecture"]],
    ["QA", ["City"]],
    ["IE", ["City", "County (optional)", "Eircode (optional)"]],
    ["DE", ["Postal code", "City"]],
    ["US", ["ZIP code", "City", "State"]],
  ] as const) {
    await country.selectOption(code);
    await expect(labels).toHaveText([
      "Country",
      ...(code === "JP" ? ["Last name", "First name"] : ["Full name"]),
      "Address",
      "Apartment, floor, company (optional)",
      ...below,
    ]);
  }
  await country.selectOption("JP");
  await billing.getByRole("combobox", { name: "Prefecture" }).selectOption("Tokyo");
});

test("a billing address is requested only if it is a different one", { tag: "@desktop" }, async ({
  guest,
  page,
}) => {
  await openDelivery(guest);
  const billing = page.getByRole("group", { name: "Billing address" });
  await expect(billing).toBeHidden();
  await page.getByRole("checkbox", { name: "The billing address is the same" }).uncheck();
  await expect(billing).toBeVisible();
  await sendAddress(guest);
  await expect(billing.getByRole("textbox", { name: "City" })).toHaveAccessibleDescription(/Enter the city/);
  await page.getByRole("checkbox", { name: "The billing address is the same" }).check();
  await giveAddress(guest);
  await expect(page.getByText("Same as the delivery address")).toBeVisible();
});

test("a declined payment leaves the cart unchanged and can be retried", async ({ guest, page }) => {
  await openPayment(guest);
  await placeOrder(guest, "declined");
  await expect(page.getByRole("alert").filter({ hasText: "The payment was declined" })).toBeFocused();
  await expect(page.getByRole("radio", { name: /declined/ })).toBeChecked();
  await expect(page.getByRole("heading", { name: guest.words.payment.title })).toBeVisible();
  await placeOrder(guest);
  await placedNumber(guest);
});

test("a variant that is sold out cannot be chosen, and the quantity is limited by the stock", {
  tag: "@desktop",
}, async ({ page }) => {
  await page.goto("/products/stoneware-mug");
  await expect(page.getByRole("radio", { name: "Ink Sold out" })).toBeDisabled();
  await page.goto("/products/bath-brush");
  await expect(page.getByRole("button", { name: "Add to cart" })).toHaveCount(0);
  await page.goto(`/products/${beanie.slug}`);
  await page.getByRole("radio", { name: /^Oat/ }).check();
  await page.getByRole("spinbutton", { name: "Quantity" }).fill("4");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Only 3 left of Wool Beanie." })).toBeFocused();
  await expect(page.getByRole("radio", { name: /^Oat/ })).toBeChecked();
});

test("a code that does not work says why", { tag: "@desktop" }, async ({ guest, page }) => {
  await fillCart(guest, soap);
  await page.goto("/cart");
  const code = page.getByRole("textbox", { name: "Coupon code" });
  for (const [typed, why] of [
    ["nope", "NOPE is not a code we know. Check the spelling."],
    ["EXPIRED20", "EXPIRED20 has expired."],
    ["FIVEOFF", "FIVEOFF needs a larger order."],
  ] as const) {
    await tryCode(guest, typed);
    await expect(code).toHaveAccessibleDescription(why);
    await expect(code).toHaveValue(typed);
  }
});

test("a code that was used before is named on the payment page, does not block the order, and can be removed", {
  tag: "@desktop",
}, async ({ guest, newPerson }) => {
  await fillCart(guest);
  await guest.page.goto("/cart");
  await applyCode(guest, "WELCOME10");
  await startCheckout(guest);
  await giveContact(guest);
  await giveAddress(guest);
  await placeOrder(guest);
  await placedNumber(guest);

  const elsewhere = await newPerson({ email: guest.email.toUpperCase() });
  const { page } = elsewhere;
  await putIntoCart(elsewhere);
  await applyCode(elsewhere, "WELCOME10");
  await expect(page.getByText("Discount (WELCOME10)")).toBeVisible();
  await startCheckout(elsewhere);
  await giveContact(elsewhere);
  await giveAddress(elsewhere);
  const notice = page.getByText("WELCOME10 works once per customer, and it was used before.");
  await expect(notice).toBeVisible();
  await expect(page.getByRole("button", { name: `Place order · ${kettleTotal}` })).toBeVisible();
  await page.getByRole("button", { name: "Remove code WELCOME10" }).first().click();
  await expect(notice).toHaveCount(0);
  await placeOrder(elsewhere);
  await placedNumber(elsewhere);
});
