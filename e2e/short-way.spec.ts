import * as z from "zod";
import { address } from "./demo.ts";
import type { Person } from "./kit/person.ts";
import { expect, test } from "./kit/test.ts";
import { haveOrder } from "./steps/by-api.ts";
import { putIntoCart } from "./steps/cart.ts";
import { addressField, placedNumber } from "./steps/checkout.ts";
import { tabTo } from "./steps/keyboard.ts";

// How many presses a purchase takes.

/** From the cart to the order with nothing but the button that ends each page, and the choice of how to pay. */
async function pressThrough(person: Person): Promise<number> {
  const { page, payments } = person;
  const placed = page.getByRole("heading", { name: /^Thank you/ });
  const button = page.getByRole("button", { name: /^(Check out|Continue to|Place order)/ });
  for (let presses = 1; presses < 9; presses++) {
    const words = await button.innerText();
    if (words.startsWith("Place order")) await payments.next(person, "accepted");
    await button.click();
    // The next page is recognized by its button: its address may still change, or have changed early.
    await expect(placed.or(button.filter({ hasNotText: words }))).toBeVisible();
    if (await placed.isVisible()) return presses;
  }
  throw new Error("The button that ends each page does not lead to an order");
}

test("a guest who has bought before orders with at most four presses", async ({ guest, page }) => {
  await haveOrder(guest);
  await putIntoCart(guest);
  expect(await pressThrough(guest)).toBeLessThanOrEqual(4);
  await expect(page.getByText(guest.email).first()).toBeVisible();
});

test("so does a customer who is signed in and has an address", { tag: "@desktop" }, async ({
  customer,
  page,
}) => {
  await customer.call(z.unknown(), "POST", "/store/addresses", {
    firstName: "Ida",
    lastName: "Marsh",
    fullAddress: "3 Reed Walk",
    city: "Astoria",
    state: "OR",
    pincode: "97103",
    country: "US",
    phone: "+15035550101",
    isDefault: true,
  });
  await putIntoCart(customer);
  expect(await pressThrough(customer)).toBeLessThanOrEqual(4);
  await expect(page.getByText("3 Reed Walk").first()).toBeVisible();
});

test("from the product to the order, a guest presses Tab at most forty times", { tag: "@desktop" }, async ({
  guest,
  page,
}) => {
  const { product, cart, contact, delivery, payment } = guest.words;
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const press = async (name: string | RegExp) => {
    const tabs = await tabTo(page, button(name));
    await page.keyboard.press("Enter");
    return tabs;
  };
  await page.goto("/products/stovetop-kettle");
  let tabs = await press(product.add);
  tabs += await press(cart.checkOut);
  tabs += await tabTo(page, page.getByRole("textbox", { name: contact.email }));
  await page.keyboard.type(guest.email);
  tabs += await press(contact.submit);
  for (const [label, value] of Object.entries(address)) {
    tabs += await tabTo(page, addressField(guest, label));
    await page.keyboard.type(value);
  }
  tabs += await press(delivery.submit);
  await expect(page.getByRole("heading", { name: payment.title })).toBeVisible();
  const card = page.getByRole("radio", { name: payment.accepted });
  tabs += await tabTo(page, page.getByRole("radio", { checked: true }));
  for (let presses = 0; presses < 9 && !(await card.isChecked()); presses++)
    await page.keyboard.press("ArrowDown");
  tabs += await press(payment.place);
  await placedNumber(guest);
  expect(tabs).toBeLessThanOrEqual(40);
});
