import * as z from "zod";
import { expect, test } from "./kit/test.ts";
import { orderLink } from "./steps/account.ts";
import { fillCart, signUpByApi } from "./steps/by-api.ts";
import { putIntoCart } from "./steps/cart.ts";
import {
  fillAddress,
  giveAddress,
  giveContact,
  placedNumber,
  placeOrder,
  sendAddress,
} from "./steps/checkout.ts";

test("somebody who is signed in buys with an address from the address book", async ({ customer, page }) => {
  await page.goto("/account/addresses/new");
  await fillAddress(customer, {
    "First name": "Ida",
    "Last name": "Marsh",
    Address: "3 Reed Walk",
    City: "Astoria",
    State: "OR",
    "ZIP code": "97103",
    Phone: "+1 503 555 0101",
  });
  await page.getByRole("button", { name: "Save the address" }).click();
  await expect(page.getByRole("main").getByText("The address is saved.")).toBeVisible();
  await putIntoCart(customer);
  await page.goto("/checkout/contact");
  await giveContact(customer);
  await expect(page.getByRole("textbox", { name: "Address", exact: true })).toHaveValue("3 Reed Walk");
  await giveAddress(customer, {});
  await placeOrder(customer);
  const number = await placedNumber(customer);
  await page.goto("/account");
  await expect(orderLink(customer, number)).toBeVisible();
});

for (const tag of ["@desktop", "@nojs"]) {
  test(`another address of the address book is chosen with one press (${tag})`, { tag }, async ({
    guest,
    page,
  }) => {
    await signUpByApi(guest);
    const entry = { firstName: "Ida", lastName: "Marsh", phone: "+15035550101", isDefault: false };
    const home = {
      fullAddress: "3 Reed Walk",
      city: "Astoria",
      state: "OR",
      pincode: "97103",
      country: "US",
    };
    const office = { fullAddress: "Lindenstrasse 5", city: "Berlin", pincode: "10969", country: "DE" };
    const anything = z.unknown();
    await guest.call(anything, "POST", "/store/addresses", { ...entry, ...home, isDefault: true });
    await guest.call(anything, "POST", "/store/addresses", { ...entry, ...office, phone: "+4930123456" });
    await fillCart(guest);
    await page.goto("/checkout/contact");
    await giveContact(guest);
    const street = page.getByRole("textbox", { name: "Address", exact: true });
    await expect(street).toHaveValue("3 Reed Walk");
    await street.fill("3 Reed");
    await page.getByText("Use another of your addresses").click();
    await page.getByRole("button", { name: /Lindenstrasse 5, 10969 Berlin/ }).click();
    await expect(page.getByRole("main").getByText("Your saved address is filled in.")).toBeVisible();
    await expect(page.getByRole("heading", { name: guest.words.delivery.title })).toBeFocused();
    await expect(street).toHaveValue("Lindenstrasse 5");
    await expect(page.getByRole("textbox", { name: "Phone" })).toHaveValue("+49 30 123456");
    await page.reload();
    await expect(street).toHaveValue("Lindenstrasse 5");
    await sendAddress(guest);
    await expect(page.getByText("Lindenstrasse 5, 10969 Berlin, Germany")).toBeVisible();
  });
}
