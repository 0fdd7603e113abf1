import { expectNothingTooWide } from "./kit/layout.ts";
import { expect, test } from "./kit/test.ts";
import { openContact, openDelivery, openPayment } from "./steps/by-api.ts";
import { fillAddress } from "./steps/checkout.ts";

test("the fields of every step stay in their column", { tag: ["@core", "@desktop"] }, async ({
  guest,
  page,
}) => {
  const sizes = [
    { width: 390, text: 100 },
    { width: 1280, text: 100 },
  ];
  for (const open of [openContact, openDelivery, openPayment]) {
    await open(guest);
    await expectNothingTooWide(page, sizes);
  }
});

test("with text of twice the size, what is typed into an address can be read", { tag: "@desktop" }, async ({
  guest,
  page,
}) => {
  await openDelivery(guest);
  await fillAddress(guest);
  await page.setViewportSize({ width: 1280, height: 800 });
  const clipped = await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
    const fields = [...document.querySelectorAll<HTMLInputElement>("main input[type=text]")];
    return fields.filter((each) => each.scrollWidth > each.clientWidth).map(({ value }) => value);
  });
  expect(clipped).toEqual([]);
});

test("long German words stay on the screen, too", { tag: "@desktop" }, async ({ guest, page }) => {
  await openDelivery(guest);
  await page.context().addCookies([{ name: "language", value: "de", url: page.url() }]);
  for (const path of ["/checkout/delivery", "/cart", "/", "/sign-in", "/sign-up", "/order-status"]) {
    await page.goto(path);
    await expectNothingTooWide(page);
  }
});
