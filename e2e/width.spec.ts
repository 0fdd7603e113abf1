import { kettle } from "./demo.ts";
import { expectNothingTooWide } from "./kit/layout.ts";
import { expect, test } from "./kit/test.ts";
import { openContact, openDelivery, openPayment, openPlaced } from "./steps/by-api.ts";
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

test("the pictures of a product fill their frames, however long the text beside them is", {
  tag: "@desktop",
}, async ({ page }) => {
  await page.goto(`/products/${kettle.slug}`);
  const pictures = page.getByRole("main").getByRole("img");
  for (const width of [390, 768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const unfilled = await pictures.evaluateAll(
      (found) =>
        found.filter((each) => {
          const frame = each.parentElement?.getBoundingClientRect();
          return each.checkVisibility() && frame && Math.abs(frame.height - frame.width) > 1;
        }).length,
    );
    expect(unfilled, `at ${width} px`).toBe(0);
  }
});

test("the word for an order's status stays whole in large text", { tag: "@desktop" }, async ({
  guest,
  page,
}) => {
  await openPlaced(guest);
  await page.setViewportSize({ width: 390, height: 800 });
  const lines = await page.getByRole("heading", { name: "Confirmed" }).evaluate((heading) => {
    document.documentElement.style.fontSize = "200%";
    const text = document.createRange();
    text.selectNodeContents(heading);
    return text.getClientRects().length;
  });
  expect(lines).toBe(1);
});
