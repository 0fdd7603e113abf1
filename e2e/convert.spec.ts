import { beanie, breadBoard, kettle } from "./demo.ts";
import type { Inbox } from "./kit/inbox/inbox.ts";
import type { Person } from "./kit/person.ts";
import { expect, test } from "./kit/test.ts";
import { keepOrder, orderLink, signIn, signOut } from "./steps/account.ts";
import { fillCart, haveAccount, haveOrder, openPlaced } from "./steps/by-api.ts";
import { putIntoCart, startCheckout } from "./steps/cart.ts";
import { orderHeading, trackingLink } from "./steps/order.ts";

/** Moves a guest's order to a new account by choosing a password, and checks everywhere that it is there. */
async function keepAndFind(guest: Person, inbox: Inbox): Promise<void> {
  const { page } = guest;
  const { orderNumber } = await openPlaced(guest);
  await keepOrder(guest);
  await expect(orderHeading(guest, orderNumber)).toBeVisible();

  const link = await trackingLink(inbox, guest.email);
  await page.goto(link);
  await expect(orderHeading(guest, orderNumber)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Keep this order" })).toBeHidden();

  await signOut(guest);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This order is in an account" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await signIn(guest);
  await expect(page.getByRole("heading", { name: "Your orders" })).toBeVisible();
  await orderLink(guest, orderNumber).click();
  await expect(page.getByRole("main").getByText(kettle.name).first()).toBeVisible();
}

/** From the contact step to the sign-in page and back. */
async function signInFromContact(guest: Person): Promise<void> {
  const { page } = guest;
  await putIntoCart(guest);
  await startCheckout(guest);
  await page.getByRole("link", { name: "Sign in and come back here" }).click();
  await expect(page.getByRole("main").getByText("Your cart comes with you")).toBeVisible();
  await signIn(guest);
  await expect(page.getByRole("heading", { name: "Where can we reach you?" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Email address" })).toHaveValue(guest.email);
  await page.goto("/cart");
  await expect(page.getByRole("main").getByText(kettle.name).first()).toBeVisible();
}

test("a guest keeps the order by choosing a password, and the link in the old mail still opens it", async ({
  guest,
  inbox,
}) => {
  await keepAndFind(guest, inbox);
});

test("without scripts a guest keeps the order, too", { tag: "@nojs" }, async ({ guest, inbox }) => {
  await keepAndFind(guest, inbox);
});

test("signing in from the contact step returns to it with the same cart", async ({ guest }) => {
  await haveAccount(guest);
  await signInFromContact(guest);
});

test("signing in without scripts returns with the same cart, too", { tag: "@nojs" }, async ({ guest }) => {
  await haveAccount(guest);
  await signInFromContact(guest);
});

for (const tag of ["@desktop", "@nojs"]) {
  test(`a password that is too short is reported at its field and never appears in the page (${tag})`, {
    tag,
  }, async ({ guest, page }) => {
    await openPlaced(guest);
    const field = page.getByLabel("Password", { exact: true });
    await field.fill("shorty7");
    await page.getByRole("button", { name: "Keep my order" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Use at least 8 characters");
    await expect(field).toHaveAccessibleDescription(/Use at least 8 characters/);
    expect(await page.content()).not.toContain("shorty7");
  });
}

test("an order whose address has an account is moved to it by signing in", async ({ guest, page }) => {
  await haveAccount(guest);
  const { orderNumber } = await openPlaced(guest);
  await expect(page.getByRole("main").getByText(`There is an account with ${guest.email}.`)).toBeVisible();
  await page.getByRole("link", { name: "Sign in and keep it" }).click();
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  // Every order was placed with the account's own address, so there is no question.
  await signIn(guest);
  await expect(page.getByRole("heading", { name: /^Thank you/ })).toBeVisible();
  await page.goto("/account/orders");
  await expect(orderLink(guest, orderNumber)).toBeVisible();
});

/** Signs in to an account in a browser with an order of another address, and looks at what came along. */
async function signInWithOrderOfOthers(guest: Person): Promise<{ orderNumber: string; other: Person }> {
  const { page } = guest;
  await haveAccount(guest);
  const other = { ...guest, email: `other-${guest.email}` };
  const { orderNumber } = await haveOrder(other);
  await fillCart(guest, breadBoard);
  await page.goto("/sign-in");
  await expect(page.getByRole("radio")).toHaveCount(0);
  await signIn(guest);
  await expect(page.getByRole("heading", { name: "An order was added to your account" })).toBeVisible();
  await expect(page.getByRole("main").getByText("with o•••@mail.example")).toBeVisible();
  await expect(page.getByRole("main").getByText(`Order ${orderNumber}`)).toBeVisible();
  return { orderNumber, other };
}

for (const tag of ["@desktop", "@nojs"]) {
  test.describe(`orders of this browser that were placed with another address (${tag})`, { tag }, () => {
    test("come along with a sign-in, which says so and leads on", async ({ guest, page }) => {
      const { orderNumber } = await signInWithOrderOfOthers(guest);
      await page.getByRole("link", { name: "Keep it" }).click();
      await expect(page.getByRole("heading", { name: "Your orders" })).toBeVisible();
      await expect(orderLink(guest, orderNumber)).toBeVisible();
    });

    test("are a guest's again after Undo: their link opens them, and the cart stays", async ({
      guest,
      page,
      inbox,
    }) => {
      const { orderNumber, other } = await signInWithOrderOfOthers(guest);
      await page.getByRole("button", { name: /^Undo/ }).click();
      await expect(page.getByRole("main").getByText("Removed from your account.")).toBeVisible();
      await expect(page.getByRole("main").getByText("No orders yet")).toBeVisible();
      await page.goto("/account/brought");
      await expect(page.getByRole("heading", { name: "Your orders" })).toBeVisible();
      await page.goto("/cart");
      await expect(page.getByRole("list", { name: "In your cart" }).getByRole("listitem")).toHaveCount(1);
      await page.goto(await trackingLink(inbox, other.email));
      await expect(orderHeading(guest, orderNumber)).toBeVisible();
    });
  });
}

test("two carts are merged, and separated again", async ({ customer, page }) => {
  await fillCart(customer);
  await signOut(customer);
  await fillCart(customer, kettle, 3);
  await fillCart(customer, beanie);
  await signIn(customer);
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  await page.goto("/cart");
  await expect(page.getByRole("main").getByText("Your two carts are one now")).toBeVisible();
  await expect(page.getByRole("main").getByText("Stovetop Kettle: 3 instead of 1.")).toBeVisible();
  await expect(page.getByRole("main").getByText("Wool Beanie was added.")).toBeVisible();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByRole("main").getByText("What was added has been removed again.")).toBeVisible();
  const lines = page.getByRole("list", { name: "In your cart" }).getByRole("listitem");
  await expect(lines).toHaveCount(1);
  await expect(page.getByRole("spinbutton", { name: /Quantity/ })).toHaveValue("1");
});
