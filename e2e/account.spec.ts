import { expect, test } from "./kit/test.ts";
import {
  confirmAddress,
  fillCredentials,
  keepOrder,
  orderLink,
  signIn,
  signOut,
  signUp,
} from "./steps/account.ts";
import { haveAccount, haveOrder, openPlaced, signUpByApi } from "./steps/by-api.ts";
import { fillAddress } from "./steps/checkout.ts";

test("a new account's address is confirmed by mail, and its owner signs out and in again", async ({
  guest,
  page,
  inbox,
}) => {
  await signUp(guest);
  await expect(page.getByRole("heading", { name: "Is this your address?" })).toBeVisible();
  await confirmAddress(guest, inbox);
  await expect(page.getByRole("heading", { name: "Is this your address?" })).toBeHidden();
  await signOut(guest);
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
  await signIn(guest);
  await expect(page.getByRole("main").getByText(`${guest.email} (confirmed)`)).toBeVisible();
});

test("the confirmation mail can be requested again, and opened without being signed in", async ({
  customer,
  page,
  inbox,
}) => {
  await page.goto("/account");
  await page.getByRole("button", { name: "Send the link again" }).click();
  await expect(page.getByRole("main").getByText("The email is on its way.")).toBeVisible();
  await expect.poll(async () => (await inbox.mailsTo(customer.email)).length).toBe(2);
  await signOut(customer);
  await page.goto(await inbox.waitForLink(customer.email, "/auth/verify-email"));
  await expect(page.getByRole("main").getByText("Your address is confirmed. Sign in")).toBeVisible();
  await signIn(customer);
  await expect(page.getByRole("main").getByText("Thank you, your address is confirmed.")).toBeVisible();
});

test("an address that is taken leads to the sign-in page", async ({ guest, page }) => {
  await haveAccount(guest);
  await page.goto("/sign-up?next=/cart");
  await fillCredentials(guest, guest.email.toUpperCase());
  await page.getByRole("button", { name: "Create my account" }).click();
  await expect(
    page.getByRole("main").getByText("There is an account with this address already.").first(),
  ).toBeVisible();
  await page.getByRole("link", { name: "Sign in with this address" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fcart$/);
});

test("account pages ask to sign in and return, and never redirect to another site", async ({
  guest,
  page,
  shop,
}) => {
  const response = await page.goto("/account/addresses");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount%2Faddresses$/);
  expect(response?.headers()).toMatchObject({
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
    "cache-control": expect.stringContaining("no-store"),
  });
  await page.getByRole("link", { name: "Create an account" }).click();
  await expect(page.getByRole("heading", { name: "Create an account" })).toBeVisible();
  await fillCredentials(guest);
  await page.getByRole("button", { name: "Create my account" }).click();
  await expect(page.getByRole("heading", { name: "Your addresses" })).toBeVisible();
  await signOut(guest);
  for (const next of ["https://example.org/", "//example.org", "/\\example.org"]) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await signIn(guest);
    await expect(page).toHaveURL(`${shop}/account`);
    await signOut(guest);
  }
});

test("a guest's session opens no account page", async ({ guest, page }) => {
  await haveOrder(guest);
  await page.goto("/account/orders");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("the address book asks for the family name first where it is written first", async ({ customer }) => {
  const { page } = customer;
  await page.goto("/account/addresses/new");
  const names = page.getByRole("textbox", { name: /name$/ });
  const country = page.getByRole("combobox", { name: "Country" });
  const orders = { Hungary: ["lastName", "firstName"], Austria: ["firstName", "lastName"] };
  for (const [label, order] of Object.entries(orders)) {
    await country.selectOption({ label });
    await expect(names.first()).toHaveAttribute("name", order[0] ?? "");
    await expect(names.last()).toHaveAttribute("name", order[1] ?? "");
  }
});

test("the address book can be edited", async ({ customer, page }) => {
  await page.goto("/account/addresses");
  for (const line of ["1 First Street", "2 Second Street"]) {
    await page.getByRole("link", { name: "Add an address" }).click();
    await page.getByRole("button", { name: "Save the address" }).click();
    await expect(page.getByRole("main").getByText("Enter the street and number").first()).toBeVisible();
    const parts = {
      "First name": "Ida",
      "Last name": "Marsh",
      Address: line,
      City: "Astoria",
      State: "OR",
      "ZIP code": "97103",
      Phone: "+1 503 555 0101",
    };
    await fillAddress(customer, parts);
    await page.getByRole("checkbox", { name: "Use this address by default" }).check();
    await page.getByRole("button", { name: "Save the address" }).click();
    await expect(page.getByRole("main").getByText("The address is saved.")).toBeVisible();
  }
  const cards = page.getByRole("main").getByRole("listitem").filter({ hasText: "Street" });
  await expect(cards.first()).toContainText("2 Second Street");
  await expect(cards.filter({ has: page.getByText("Default", { exact: true }) })).toHaveCount(1);
  await page.getByRole("button", { name: /^Make the address of Ida Marsh, 1 First Street/ }).click();
  await expect(page.getByRole("main").getByText("The default address is changed.")).toBeVisible();
  await expect(cards.first()).toContainText("1 First Street");
  await page.getByRole("link", { name: /^Edit the address of Ida Marsh, 1 First Street/ }).click();
  await page.getByRole("textbox", { name: "Address", exact: true }).fill("11 First Street");
  await page.getByRole("button", { name: "Save the address" }).click();
  await expect(page.getByRole("main").getByText("The address is changed.")).toBeVisible();
  await expect(cards.first()).toContainText("11 First Street");
  await page.getByRole("link", { name: /^Remove the address of Ida Marsh, 2 Second/ }).click();
  await page.getByRole("button", { name: "Yes, remove it" }).click();
  await expect(page.getByRole("main").getByText("The address is removed.")).toBeVisible();
  await expect(cards).toHaveCount(1);
});

for (const tag of ["@desktop", "@nojs"]) {
  test(`an order is cancelled after confirmation, and then the account deleted (${tag})`, { tag }, async ({
    guest,
    page,
  }) => {
    const { orderNumber } = await openPlaced(guest);
    await keepOrder(guest);

    const orderPage = page.url();
    await page.goto("/account/delete");
    await page.getByLabel("Your password", { exact: true }).fill(guest.password);
    await page.getByRole("button", { name: "Delete my account for good" }).click();
    await expect(page.getByRole("main").getByText("An order has not arrived yet")).toBeVisible();

    await page.goto(orderPage);
    await page.getByRole("link", { name: "Cancel this order" }).click();
    await page.getByRole("button", { name: "Yes, cancel it" }).click();
    await expect(page.getByRole("main").getByText("The order is cancelled.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Cancel this order" })).toBeHidden();

    await page.goto("/account/delete");
    await page.getByLabel("Your password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Delete my account for good" }).click();
    await expect(page.getByRole("main").getByText("That is not your password.").first()).toBeVisible();
    await page.getByLabel("Your password", { exact: true }).fill(guest.password);
    await page.getByRole("button", { name: "Delete my account for good" }).click();
    await expect(page.getByRole("main").getByText("Your account is deleted.")).toBeVisible();
    await signIn(guest);
    await expect(page.getByRole("main").getByText("do not match").first()).toBeVisible();
    await signUp(guest);
    await page.goto("/account/orders");
    await expect(orderLink(guest, orderNumber)).toBeHidden();
  });
}

test("somebody else's order and address are not found", async ({ guest, page, newPerson }) => {
  await openPlaced(guest);
  await keepOrder(guest);
  const address = new URL(page.url()).pathname;
  const stranger = await newPerson();
  await signUpByApi(stranger);
  for (const path of [
    address,
    `${address}/cancel`,
    "/account/orders/nonsense",
    "/account/addresses/nonsense",
  ]) {
    expect((await stranger.page.goto(path))?.status()).toBe(404);
  }
});
