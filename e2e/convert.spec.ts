import type { Page } from "@playwright/test";
import { linkFrom, orderLink, password, signIn, signOut, signUp } from "./account-steps.ts";
import {
  buy,
  fillAddress,
  giveAddress,
  giveContact,
  kettle,
  placedNumber,
  placeOrder,
  putIntoCart,
  startCheckout,
} from "./journey.ts";
import type { Inbox } from "./support/inbox.ts";
import { expect, test } from "./support/test.ts";

/** Buys as a guest, keeps the order with a password, and finds it everywhere it should be. */
async function keepOrder(page: Page, inbox: Inbox, email: string): Promise<void> {
  const number = await buy(page, email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Keep my order" }).click();
  await expect(
    page.getByRole("main").getByText("Your account is ready, and the order is in it."),
  ).toBeVisible();
  await expect(page.getByRole("heading", { name: `Order ${number}` })).toBeVisible();

  await page.goto(await linkFrom(inbox, email, "/order-status/"));
  await expect(page.getByRole("heading", { name: `Order ${number}` })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Keep this order" })).toBeHidden();

  await signOut(page);
  await page.goto(await linkFrom(inbox, email, "/order-status/"));
  await expect(page.getByRole("heading", { name: "This order is in an account" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await signIn(page, email);
  await expect(page.getByRole("heading", { name: "Your orders" })).toBeVisible();
  await orderLink(page, number).click();
  await expect(page.getByRole("main").getByText(kettle.name).first()).toBeVisible();
}

/** From the contact step to the sign-in page and back. */
async function signInFromContact(page: Page, email: string): Promise<void> {
  await putIntoCart(page);
  await startCheckout(page);
  await page.getByRole("link", { name: "Sign in and come back here" }).click();
  await expect(page.getByRole("main").getByText("Your cart comes along")).toBeVisible();
  await signIn(page, email);
  await expect(page.getByRole("heading", { name: "Where can we reach you?" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Email address" })).toHaveValue(email);
  await page.goto("/cart");
  await expect(page.getByRole("main").getByText(kettle.name).first()).toBeVisible();
}

test("a guest keeps the order with a password alone, and the link in the old mail still opens it", async ({
  page,
  inbox,
  freshAddress,
}) => {
  await keepOrder(page, inbox, freshAddress);
});

test("without scripts a guest keeps the order, too", { tag: "@nojs" }, async ({
  page,
  inbox,
  freshAddress,
}) => {
  await keepOrder(page, inbox, freshAddress);
});

test("signing in from the contact step comes back to it with the same cart", async ({
  page,
  freshAddress,
}) => {
  await signUp(page, freshAddress);
  await signOut(page);
  await signInFromContact(page, freshAddress);
});

test("signing in without scripts comes back with the same cart, too", { tag: "@nojs" }, async ({
  page,
  freshAddress,
}) => {
  await signUp(page, freshAddress);
  await signOut(page);
  await signInFromContact(page, freshAddress);
});

for (const tag of ["@desktop", "@nojs"]) {
  test(`a password that is too short is said beside its field and never comes back in the page (${tag})`, {
    tag,
  }, async ({ page, freshAddress }) => {
    await buy(page, freshAddress);
    const field = page.getByLabel("Password", { exact: true });
    await field.fill("shorty7");
    await page.getByRole("button", { name: "Keep my order" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Use at least 8 characters");
    await expect(field).toHaveAccessibleDescription(/Use at least 8 characters/);
    expect(await page.content()).not.toContain("shorty7");
  });
}

test("an order whose address has an account is kept by signing in", async ({ page, freshAddress }) => {
  await signUp(page, freshAddress);
  await signOut(page);
  const number = await buy(page, freshAddress);
  await expect(page.getByRole("main").getByText(`There is an account with ${freshAddress}.`)).toBeVisible();
  await page.getByRole("link", { name: "Sign in and keep it" }).click();
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  // Every order was placed with the account's own address: nobody has to be asked.
  await signIn(page, freshAddress);
  await expect(page.getByRole("heading", { name: /^Thank you/ })).toBeVisible();
  await page.goto("/account/orders");
  await expect(orderLink(page, number)).toBeVisible();
});

test.describe("orders of this browser that were placed with another address", () => {
  test("go to the account only when the person says so", async ({ page, freshAddress }) => {
    await signUp(page, freshAddress);
    await signOut(page);
    const number = await buy(page, `other-${freshAddress}`);
    await page.goto("/sign-in");
    await expect(page.getByRole("main").getByText("with o•••@mail.example")).toBeVisible();
    await signIn(page, freshAddress);
    await expect(
      page.getByRole("main").getByText("Say what shall become of the orders of this browser").first(),
    ).toBeVisible();
    await page.getByRole("radio", { name: /^Attach/ }).check();
    await signIn(page, freshAddress);
    await expect(
      page.getByRole("main").getByText("What you bought as a guest is in your account now."),
    ).toBeVisible();
    await expect(orderLink(page, number)).toBeVisible();
  });

  test("stay reachable by their link when they are left, and the cart comes along", async ({
    page,
    inbox,
    freshAddress,
  }) => {
    await signUp(page, freshAddress);
    await signOut(page);
    const other = `other-${freshAddress}`;
    const number = await buy(page, other);
    await putIntoCart(page, "bread-board", /Oak \/ Medium/);
    await page.goto("/sign-in");
    await page.getByRole("radio", { name: /^Leave/ }).check();
    await signIn(page, freshAddress);
    await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
    await page.goto("/account/orders");
    await expect(page.getByRole("main").getByText("No orders yet")).toBeVisible();
    await page.goto("/cart");
    await expect(page.getByRole("list", { name: "In your cart" }).getByRole("listitem")).toHaveCount(1);
    await page.goto(await linkFrom(inbox, other, "/order-status/"));
    await expect(page.getByRole("heading", { name: `Order ${number}` })).toBeVisible();
  });
});

test("two carts become one, and apart again", async ({ page, freshAddress }) => {
  await signUp(page, freshAddress);
  await putIntoCart(page);
  await signOut(page);
  await putIntoCart(page);
  await page.getByRole("spinbutton", { name: /Quantity/ }).fill("3");
  await page.getByRole("button", { name: "Update" }).click();
  await expect(page.getByRole("main").getByText("Your cart is up to date.")).toBeVisible();
  await putIntoCart(page, "wool-beanie", /Clay/);
  await signIn(page, freshAddress);
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  await page.goto("/cart");
  await expect(page.getByRole("main").getByText("Your two carts are one now")).toBeVisible();
  await expect(page.getByRole("main").getByText("Stovetop Kettle: 3 instead of 1.")).toBeVisible();
  await expect(page.getByRole("main").getByText("Wool Beanie came along.")).toBeVisible();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByRole("main").getByText("What came along is out again.")).toBeVisible();
  const lines = page.getByRole("list", { name: "In your cart" }).getByRole("listitem");
  await expect(lines).toHaveCount(1);
  await expect(page.getByRole("spinbutton", { name: /Quantity/ })).toHaveValue("1");
});

test("somebody who is signed in buys with the address book filled in", async ({ page, freshAddress }) => {
  await signUp(page, freshAddress);
  await page.goto("/account/addresses/new");
  const parts = {
    "First name": "Ida",
    "Last name": "Marsh",
    Address: "3 Reed Walk",
    City: "Astoria",
    State: "OR",
    "ZIP code": "97103",
    Phone: "+1 503 555 0101",
  };
  await fillAddress(page, parts);
  await page.getByRole("button", { name: "Save the address" }).click();
  await expect(page.getByRole("main").getByText("The address is saved.")).toBeVisible();
  await putIntoCart(page);
  await page.goto("/checkout/contact");
  await giveContact(page, freshAddress);
  await expect(page.getByRole("textbox", { name: "Address", exact: true })).toHaveValue("3 Reed Walk");
  await giveAddress(page, {});
  await placeOrder(page);
  const number = await placedNumber(page);
  await page.goto("/account");
  await expect(orderLink(page, number)).toBeVisible();
});
