import { expect, test } from "./kit/test.ts";
import { openDelivery } from "./steps/by-api.ts";
import { addressField, fillAddress } from "./steps/checkout.ts";

test("what was typed is there after a reload: valid input from the cart, unfinished input from the browser", {
  tag: "@desktop",
}, async ({ guest, page }) => {
  await openDelivery(guest);
  await addressField(guest, "Full name").fill("Ada Lovelace");
  await addressField(guest, "Address").fill("12 Harbor Road");
  await page.reload();
  await expect(addressField(guest, "Full name")).toHaveValue("Ada Lovelace");
  await expect(addressField(guest, "Address")).toHaveValue("12 Harbor Road");
  await fillAddress(guest);
  await addressField(guest, "Address").focus();
  await page.waitForFunction(() => Object.keys(sessionStorage).every((key) => !key.startsWith("delivery:")));
  await page.goto("/checkout/payment");
  await expect(page.getByRole("heading", { name: guest.words.payment.title })).toBeVisible();
});

test("an unfinished billing address is there again once it is asked for", { tag: "@desktop" }, async ({
  guest,
  page,
}) => {
  await openDelivery(guest);
  const isSame = page.getByRole("checkbox", { name: "The billing address is the same" });
  const billing = page.getByRole("group", { name: "Billing address" });
  await isSame.uncheck();
  await billing.getByRole("textbox", { name: "City" }).fill("Recife");
  await billing.getByRole("combobox", { name: "Country" }).selectOption("BR");
  await page.reload();
  await addressField(guest, "Full name").fill("Ada Lovelace");
  await isSame.uncheck();
  await expect(billing.getByRole("textbox", { name: "City" })).toHaveValue("Recife");
  await expect(billing.getByRole("combobox", { name: "Country" })).toHaveValue("BR");
});

test("a name stays when the country asks for its parts, and when it asks for the whole again", {
  tag: "@desktop",
}, async ({ guest, page }) => {
  await openDelivery(guest);
  const country = page.getByRole("combobox", { name: "Country" });
  await addressField(guest, "Full name").fill("Ada King Lovelace");
  await country.selectOption("JP");
  await expect(addressField(guest, "First name")).toHaveValue("Ada King");
  await expect(addressField(guest, "Last name")).toHaveValue("Lovelace");
  await addressField(guest, "First name").fill("Ada");
  await country.selectOption("US");
  await expect(addressField(guest, "Full name")).toHaveValue("Ada Lovelace");
});
