import type { Page } from "@playwright/test";
import * as z from "zod";
import { apiAddress, regular } from "./demo.ts";
import { brokenWords, expectNothingTooWide } from "./kit/layout.ts";
import { expect, test } from "./kit/test.ts";
import { askForClaim, signIn } from "./steps/account.ts";
import { fillCart, haveOrder, signUpByApi } from "./steps/by-api.ts";
import { applyCode, startCheckout } from "./steps/cart.ts";
import { giveAddress, giveContact, placedNumber, placeOrder, sendAddress } from "./steps/checkout.ts";
import { findOrder, trackingLink } from "./steps/order.ts";

const unbroken = (length: number) => "Donaudampfschifffahrtsgesellschaft".repeat(10).slice(0, length);
const longest = {
  name: unbroken(90),
  line: unbroken(180),
  email: (fresh: string) => `${"w".repeat(60)}@${"mail-".repeat(11)}x.${fresh.split("@")[1]}`,
};

const longAddress = {
  "Full name": longest.name,
  Address: longest.line,
  City: longest.name,
  State: "OR",
  "ZIP code": "97103",
};

/** Text of any length from merchants: titles, options, codes, order and parcel numbers, carriers. */
const merchants =
  /Stovetop Kettle|Steel|Bread Board|Wool Beanie|kettle|WELCOME10|Standard|Express|SC-\w{8}|UPS|USPS|DHL|FedEx|\b[A-Z0-9]{10,}\b/g;

/** The same page with the longest texts that a merchant may enter. */
async function expectNothingTooWideEvenLonger(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.evaluate(
    ([pattern, long]) => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        if (node.parentElement?.closest("script, style, option")) continue;
        node.textContent = (node.textContent ?? "").replace(new RegExp(pattern, "g"), long);
      }
    },
    [merchants.source, unbroken(60)] as const,
  );
  await expectNothingTooWide(page);
}

async function visit(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expectNothingTooWideEvenLonger(page);
  }
}

test("a mail with a long name is no wider than a phone", { tag: "@desktop" }, async ({
  guest,
  page,
  inbox,
}) => {
  await haveOrder(guest, { ...apiAddress, firstName: unbroken(60), line1: longest.line });
  const { html } = await inbox.waitForMail({ to: guest.email });
  await page.setContent(html);
  await expectNothingTooWide(page, [{ width: 320, text: 100 }]);
});

test("the words of a mail stay whole on the narrowest phone", { tag: "@desktop" }, async ({
  newPerson,
  page,
  inbox,
}) => {
  for (const locale of ["de", "ar"]) {
    const buyer = await newPerson();
    await fillCart(buyer);
    await buyer.call(z.unknown(), "PATCH", "/store/cart", { locale });
    await haveOrder(buyer);
    const { html } = await inbox.waitForMail({ to: buyer.email });
    await page.setViewportSize({ width: 320, height: 800 });
    await page.setContent(html);
    expect(await brokenWords(page), locale).toEqual([]);
  }
});

test.describe("nothing is wider than the screen, with any text", { tag: "@desktop" }, () => {
  test.slow();

  test("in the shop, and on the pages to sign in and up", async ({ page }) => {
    await visit(page, [
      "/",
      "/?search=kettle",
      `/?search=${unbroken(90)}`,
      "/products/stovetop-kettle",
      "/products/bread-board",
      "/products/wool-beanie",
      "/cart",
      "/order-status",
      `/order-status/${"x".repeat(43)}`,
      "/nowhere",
      "/sign-in",
      "/sign-up",
      "/forgot-password",
      "/forgot-password?status=sent",
      "/reset-password/x",
    ]);
  });

  test("from the cart to the order and the pages behind a guest's link", async ({ guest, page, inbox }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    const email = longest.email(guest.email);
    await fillCart(guest);
    await page.goto("/cart");
    await applyCode(guest, "WELCOME10");
    await expectNothingTooWideEvenLonger(page);
    await page.goto("/cart");
    await startCheckout(guest);
    await expectNothingTooWideEvenLonger(page);
    await page.goto("/checkout/contact");
    await giveContact(guest, email);
    await sendAddress(guest);
    await expect(page.getByText("There is a problem")).toBeVisible();
    await expectNothingTooWideEvenLonger(page);
    await page.goto("/checkout/delivery");
    await giveAddress(guest, longAddress);
    await expectNothingTooWideEvenLonger(page);
    await page.reload();
    await placeOrder(guest);
    const number = await placedNumber(guest);
    await expectNothingTooWideEvenLonger(page);
    const path = new URL(await trackingLink(inbox, email)).pathname;
    await visit(page, [path, `${path}/cancel`, `${path}/data`, `${path}/data/erase`, `${path}/data/erased`]);
    await findOrder(guest, email, number);
    await expectNothingTooWideEvenLonger(page);
  });

  test("in an account, with its orders, addresses and claims", async ({ guest, page, newPerson, inbox }) => {
    const email = longest.email(guest.email);
    await haveOrder(await newPerson({ email }));
    await signUpByApi({ ...guest, email });
    await page.goto("/account/profile");
    await page.getByRole("textbox", { name: "Full name" }).fill(longest.name);
    await page.getByRole("button", { name: "Save the name" }).click();
    const place = { city: "Berlin", pincode: "10969", country: "DE", phone: "+4930123456" };
    const home = {
      ...place,
      firstName: "Ida",
      lastName: "Marsh",
      fullAddress: "Lindenstrasse 5",
      isDefault: true,
    };
    const { name, line: fullAddress } = longest;
    const other = { ...place, firstName: name, lastName: name, fullAddress, city: name, isDefault: false };
    for (const entry of [home, other]) await guest.call(z.unknown(), "POST", "/store/addresses", entry);
    await fillCart(guest);
    await page.goto("/checkout/contact");
    await giveContact({ ...guest, email });
    await page.getByText("Use another of your addresses").click();
    await expect(page.getByRole("button", { name: new RegExp(fullAddress) })).toBeVisible();
    await expectNothingTooWideEvenLonger(page);
    await visit(page, [
      "/account",
      "/account/profile",
      "/account/addresses",
      "/account/addresses/new",
      "/account/delete",
    ]);
    await page.goto(await inbox.waitForLink(email, "/auth/verify-email"));
    await askForClaim(guest);
    await expectNothingTooWideEvenLonger(page);
    await visit(page, [await inbox.waitForLink(email, "/account/claim/"), "/account/claim/x"]);
  });

  test("in the account of somebody with a history", async ({ guest, page }) => {
    await signIn({ ...guest, ...regular });
    await expect(page).toHaveURL(/\/account$/);
    await page.goto("/account/orders");
    const orders = await page.getByRole("link", { name: /^Order SC-/ }).all();
    const paths = await Promise.all(orders.map((link) => link.getAttribute("href")));
    const own = paths.flatMap((path) => (path ? [path, `${path}/cancel`] : []));
    await visit(page, ["/account", "/account/orders", "/account/addresses", ...own]);
  });
});
