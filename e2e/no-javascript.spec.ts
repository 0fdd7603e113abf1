import { kettle } from "./demo.ts";
import { expect, test } from "./kit/test.ts";
import { openContact, openDelivery, openPayment } from "./steps/by-api.ts";
import { putIntoCart, tryCode } from "./steps/cart.ts";
import {
  buy,
  fillAddress,
  giveContact,
  placedNumber,
  placeOrder,
  sendAddress,
  sendContact,
} from "./steps/checkout.ts";
import { orderHeading, trackingLink } from "./steps/order.ts";

// Without scripts everything is a link or a form: slower, but complete.
test.describe("without scripts", { tag: "@nojs" }, () => {
  test("a guest buys, and the link in the mail opens the order", async ({ guest, page, inbox }) => {
    const number = await buy(guest);
    await page.goto(await trackingLink(inbox, guest.email));
    await expect(orderHeading(guest, number)).toBeVisible();
    await expect(page.getByText(kettle.name)).toBeVisible();
  });

  test("the title of a form that comes back with errors says so first", async ({ guest, page }) => {
    for (const path of ["/order-status", "/sign-in"]) {
      await page.goto(path);
      await page.getByRole("main").getByRole("button").first().click();
      await expect(page).toHaveTitle(/^There is a problem: /);
    }
    await openDelivery(guest);
    await sendAddress(guest);
    await expect(page).toHaveTitle("There is a problem: Where should we send it? · Saltmarsh");
    await fillAddress(guest);
    await sendAddress(guest);
    await expect(page).toHaveTitle("Check and pay · Saltmarsh");
  });

  test("the catalogue can be searched and filtered", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: "Garden", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Garden", level: 1 })).toBeVisible();
    await page.getByRole("searchbox", { name: "Search the shop" }).fill("brass");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("heading", { name: "Watering Can" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Hand Trowel" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Brass Desk Lamp" })).toHaveCount(0);
  });

  test("the picture follows the chosen variant", async ({ page }) => {
    await page.goto("/products/wool-beanie");
    await expect(
      page.getByRole("img", { name: "A ribbed clay-red beanie with a folded cuff" }),
    ).toBeVisible();
    await page.getByRole("radio", { name: /^Marsh/ }).check();
    await expect(page.getByRole("img", { name: "Wool Beanie, Marsh" })).toBeVisible();
  });

  test("quantities can be changed, lines removed, codes applied and removed", async ({ guest, page }) => {
    await putIntoCart(guest);
    await page.getByRole("spinbutton", { name: /^Quantity of Stovetop Kettle/ }).fill("3");
    await page.getByRole("button", { name: "Update" }).click();
    await expect(page.getByText("$204.00").first()).toBeVisible();
    await tryCode(guest, "EXPIRED20");
    await expect(page.getByText("EXPIRED20 has expired.")).toBeVisible();
    await tryCode(guest, "FIVEOFF");
    await expect(page.getByText("−$5.00")).toBeVisible();
    await page.getByRole("button", { name: "Remove code FIVEOFF" }).click();
    await expect(page.getByText("−$5.00")).toHaveCount(0);
    await page.getByRole("button", { name: "Remove Stovetop Kettle, 1.6 quarts" }).click();
    await expect(page.getByRole("heading", { name: "Your cart is empty" })).toBeVisible();
  });

  test("errors are shown at their fields, and the input is kept", async ({ guest, page }) => {
    await openContact(guest);
    const email = page.getByRole("textbox", { name: "Email address" });
    await email.fill("nonsense");
    await sendContact(guest);
    await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeFocused();
    await expect(email).toHaveValue("nonsense");
    await expect(email).toHaveAccessibleDescription(/Enter an email address like/);
    await giveContact(guest);
    await page.getByRole("textbox", { name: "Full name" }).fill("Ada Lovelace");
    await sendAddress(guest);
    await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeFocused();
    await expect(page.getByRole("textbox", { name: "Full name" })).toHaveValue("Ada Lovelace");
  });

  test("another country has its own fields and shipping methods", async ({ guest, page }) => {
    await openDelivery(guest);
    await page.getByRole("textbox", { name: "City" }).fill("London");
    await page.getByRole("combobox", { name: "Country" }).selectOption("GB");
    await page.getByRole("button", { name: "Update country" }).click();
    await expect(page.getByRole("combobox", { name: "Country" })).toHaveValue("GB");
    await expect(page.getByRole("textbox", { name: "City" })).toHaveValue("London");
    await expect(page.getByRole("textbox", { name: "Postal code" })).toBeVisible();
    await expect(page.getByRole("radio", { name: /^International/ })).toBeChecked();
    await expect(page.getByRole("radio", { name: /^Standard/ })).toHaveCount(0);
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  test("a billing address can be another one, in any country", async ({ guest, page }) => {
    await openDelivery(guest);
    await fillAddress(guest);
    await page.getByRole("button", { name: "Bill to another address" }).click();
    await expect(page.getByRole("checkbox", { name: "The billing address is the same" })).not.toBeChecked();
    const billing = page.getByRole("group", { name: "Billing address" });
    await billing.getByRole("combobox", { name: "Country" }).selectOption("BR");
    await billing.getByRole("button", { name: "Update country" }).click();
    await expect(billing.getByRole("combobox", { name: "Country" })).toHaveValue("BR");
    await expect(billing.getByRole("textbox", { name: "Postal code" })).toBeVisible();
  });

  test("a billing address that was not given is requested", async ({ guest, page }) => {
    await openDelivery(guest);
    await fillAddress(guest);
    await page.getByRole("checkbox", { name: "The billing address is the same" }).uncheck();
    await sendAddress(guest);
    const billing = page.getByRole("group", { name: "Billing address" });
    await expect(billing.getByRole("textbox", { name: "City" })).toHaveAccessibleDescription(
      /Enter the city/,
    );
  });

  test("a method of another country gives way, and the total is that of the one shown", async ({
    guest,
    page,
  }) => {
    await openDelivery(guest);
    await page.getByRole("combobox", { name: "Country" }).selectOption("DE");
    await fillAddress(guest, { "Full name": "Ada Lovelace", Address: "Hafenstraße 12", City: "Hamburg" });
    await page.getByRole("textbox", { name: "ZIP code" }).fill("20457");
    await sendAddress(guest);
    await expect(page.getByRole("alert").filter({ hasText: "not available for this country" })).toBeFocused();
    await expect(page.getByRole("radio", { name: /^International/ })).toBeChecked();
    await expect(page.getByRole("complementary").getByText("$87.00").first()).toBeVisible();
    await sendAddress(guest);
    await expect(page.getByRole("button", { name: "Place order · $87.00" })).toBeVisible();
  });

  test("the Enter key continues, and does not change the country", async ({ guest, page }) => {
    await openDelivery(guest);
    await fillAddress(guest);
    await page.getByRole("textbox", { name: "ZIP code" }).press("Enter");
    await expect(page.getByRole("heading", { name: "Check and pay" })).toBeVisible();
  });

  test("a step that is sent after the session has ended leads to the cart", async ({ guest, page }) => {
    for (const open of [openDelivery, openPayment]) {
      await open(guest);
      await page.context().clearCookies();
      await page
        .getByRole("main")
        .getByRole("button", { name: /^(Continue|Place order)/ })
        .click();
      await expect(page.getByRole("heading", { name: "Your cart is empty" })).toBeVisible();
    }
  });

  test("a declined card can be followed by one that works", async ({ guest, page }) => {
    await openDelivery(guest);
    await fillAddress(guest);
    await sendAddress(guest);
    await placeOrder(guest, "declined");
    await expect(page.getByText("The payment was declined.")).toBeVisible();
    await placeOrder(guest);
    await placedNumber(guest);
  });
});
