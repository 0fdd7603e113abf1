import { address, apiAddress, beanie, kettle, kettleTotal, kettleTotalReduced, regular } from "./demo.ts";
import { expect, test } from "./kit/test.ts";
import { keepOrder, openOrders, orderLink } from "./steps/account.ts";
import { openDelivery, openPayment } from "./steps/by-api.ts";
import { applyCode, putIntoCart, startCheckout } from "./steps/cart.ts";
import {
  buy,
  fillAddress,
  focusedError,
  giveAddress,
  giveContact,
  placeButton,
  placedNumber,
  placeOrder,
  sendAddress,
  sendContact,
} from "./steps/checkout.ts";
import { findOrder, orderHeading, trackingLink } from "./steps/order.ts";
import { expectToAddUp, readSums } from "./steps/totals.ts";

test("a guest buys without an account, tracks the order by the mail, and moves it to an account", {
  tag: ["@core", "@desktop", "@phone"],
}, async ({ guest, newPerson, inbox }) => {
  await test.step("1 and 2: adding the first item starts a guest session", async () => {
    await putIntoCart(guest, kettle);
    await startCheckout(guest);
  });
  await test.step("3: the contact, at first without it, and the delivery address", async () => {
    await sendContact(guest);
    await expect(focusedError(guest), "the focus is at the error").toBeVisible();
    await giveContact(guest);
    await giveAddress(guest, address);
  });
  const { number, sums } = await test.step("4: the order, for the amounts shown", async () => {
    const sums = await readSums(guest);
    expectToAddUp(sums);
    await expect(placeButton(guest)).toContainText(kettleTotal);
    await placeOrder(guest);
    const number = await placedNumber(guest);
    await expect(guest.page.getByText(guest.email).first()).toBeVisible();
    expect(await readSums(guest), "charged is what was shown").toEqual(sums);
    return { number, sums };
  });
  const link = await test.step("5: the confirmation, with an unguessable link", async () => {
    const mail = await inbox.waitForMail({ to: guest.email, subject: number });
    expect(mail.text, "the mail says what was charged").toContain(kettleTotal);
    const link = await trackingLink(inbox, guest.email);
    expect(link, "its token cannot be guessed").toMatch(/\/[\w-]{43}$/);
    return link;
  });
  await test.step("6: tracking on another device, by link, and by address and number", async () => {
    const elsewhere = await newPerson({ email: guest.email });
    const response = await elsewhere.page.goto(link);
    await expect(orderHeading(elsewhere, number)).toBeVisible();
    await expect(elsewhere.page.getByText(kettle.name)).toBeVisible();
    await expect(elsewhere.page.getByText(apiAddress.line1)).toBeVisible();
    expect(await readSums(elsewhere), "what the link shows is what was charged").toEqual(sums);
    expect(response?.headers()).toMatchObject({
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
      "cache-control": expect.stringContaining("no-store"),
    });
    await findOrder(elsewhere, guest.email, number);
    expect(await inbox.mailsTo(guest.email), "one mail").toHaveLength(1);
  });
  await test.step("7: an account, with the order in it", async () => {
    await keepOrder(guest);
    await openOrders(guest);
    await expect(orderLink(guest, number)).toBeVisible();
  });
});

test("the checkout says at every step that no account is needed, and never asks for a password", async ({
  guest,
  page,
}) => {
  await putIntoCart(guest);
  await startCheckout(guest);
  for (const go of [() => giveContact(guest), () => giveAddress(guest), () => Promise.resolve()]) {
    await expect(page.getByText("Guest checkout: no account needed")).toBeVisible();
    await expect(page.locator("input[type=password]")).toHaveCount(0);
    await go();
  }
});

test("a note for the driver is collapsed at first, and appears as typed from the payment step to the mail, like a phone number in groups", async ({
  guest,
  page,
  inbox,
}) => {
  const note = "Gate 7 <b>twice</b>\nthen ring";
  await openDelivery(guest);
  const field = page.getByRole("textbox", { name: "Note for the driver" });
  await expect(field).toBeHidden();
  await page.getByText("Add a note for the driver").click();
  await field.fill("x".repeat(251));
  await fillAddress(guest);
  await sendAddress(guest);
  await expect(field).toBeVisible();
  await expect(field).toHaveAccessibleDescription(/Shorten the note, up to 250 characters/);
  await field.fill(note);
  await page.getByRole("textbox", { name: "Phone" }).fill("(503) 5550142");
  await sendAddress(guest);
  const phone = page.getByText("+1 503 555 0142");
  await expect(phone).toBeVisible();
  const shown = page.getByText("Note for the driver: Gate 7 <b>twice</b>");
  await expect(shown).toBeVisible();
  await placeOrder(guest);
  await placedNumber(guest);
  await expect(shown).toBeVisible();
  await expect(phone).toBeVisible();
  const mail = await inbox.waitForMail({ to: guest.email });
  expect(mail.text).toContain("Gate 7 <b>twice</b> then ring");
  await page.goto(await trackingLink(inbox, guest.email));
  await expect(shown).toBeVisible();
  await expect(phone).toBeVisible();
});

test("the amounts agree from the cart to the order, with a code", async ({ guest, page }) => {
  await putIntoCart(guest);
  await applyCode(guest, "fiveoff");
  await startCheckout(guest);
  await giveContact(guest);
  await giveAddress(guest);
  await expect(page.getByRole("button", { name: `Place order · ${kettleTotalReduced}` })).toBeVisible();
  await placeOrder(guest);
  await placedNumber(guest);
  await expect(page.getByText(kettleTotalReduced, { exact: true })).toBeVisible();
});

test("the pages' content security policy blocks nothing that they need", async ({ guest, page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto("/");
  await buy(guest);
  expect(complaints).toEqual([]);
});

test("pressing the button twice places one order and sends one mail", async ({
  guest,
  page,
  inbox,
  payments,
}) => {
  await openPayment(guest);
  await payments.next(guest, "late");
  await placeButton(guest).dblclick();
  await expect(page.getByRole("button", { name: "Placing your order …" })).toBeVisible();
  const number = await placedNumber(guest);
  await inbox.waitForMail({ to: guest.email, subject: number });
  expect(await inbox.mailsTo(guest.email)).toHaveLength(1);
});

test("going back keeps the input, and a reload changes nothing", async ({ guest, page }) => {
  await putIntoCart(guest);
  await startCheckout(guest);
  await giveContact(guest);
  await giveAddress(guest);
  await page.goBack();
  await expect(page.getByRole("textbox", { name: "Address", exact: true })).toHaveValue(apiAddress.line1);
  await page.goBack();
  await expect(page.getByRole("textbox", { name: "Email address" })).toHaveValue(guest.email);
  await page.goto("/checkout/payment");
  await page.reload();
  await expect(page.getByRole("button", { name: `Place order · ${kettleTotal}` })).toBeVisible();
});

test("an address that has an account gets a hint, which blocks nothing", async ({ guest, page }) => {
  await putIntoCart(guest);
  await startCheckout(guest);
  await giveContact(guest, regular.email);
  await expect(page.getByText("You have an account with this email address.")).toBeVisible();
  await giveAddress(guest);
  await placeOrder(guest);
  await placedNumber(guest);
});

test("browsing starts no session, and sets one cookie without information", async ({ page, context }) => {
  await page.goto("/");
  await page.goto(`/products/${beanie.slug}`);
  await page.goto("/cart");
  expect(await context.cookies()).toEqual([
    expect.objectContaining({ name: "cookies", value: "kept", expires: -1, httpOnly: true, sameSite: "Lax" }),
  ]);
});
