import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { beanie } from "./demo.ts";
import type { Person } from "./kit/person.ts";
import { settings } from "./kit/settings.ts";
import { expect, test } from "./kit/test.ts";
import { fillCart, openContact, openDelivery, openPayment, openPlaced, signUpByApi } from "./steps/by-api.ts";
import { trackingLink } from "./steps/order.ts";
import { at } from "./steps/pages.ts";

const { SCREENS: folder } = settings();
const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

type Screen = { open: (guest: Person) => Promise<unknown>; size?: typeof desk; dark?: boolean };

const screens: Record<string, Screen> = {
  catalogue: { open: at("/") },
  "catalogue-arabic": { open: at("/?language=ar"), size: phone },
  product: { open: at("/products/stoneware-mug") },
  cart: {
    open: async (guest) => {
      await fillCart(guest);
      await fillCart(guest, beanie, 2);
      await guest.page.goto("/cart");
    },
  },
  contact: { open: openContact, size: phone },
  delivery: { open: openDelivery },
  payment: { open: openPayment },
  placed: { open: openPlaced },
  account: {
    open: async (guest) => {
      await openPlaced(guest);
      await signUpByApi(guest);
      await guest.page.goto("/account/orders");
    },
    dark: true,
  },
};

test.describe("pictures of ten pages for the documentation", { tag: "@desktop" }, () => {
  test.skip(!folder, "SCREENS names the folder to write them to");

  for (const [name, { open, size = desk, dark = false }] of Object.entries(screens)) {
    test(name, async ({ guest, page }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
      await open(guest);
      await take(page, name);
    });
  }

  test("order", async ({ page, newPerson, inbox, operator }) => {
    const buyer = await newPerson();
    const { orderNumber } = await openPlaced(buyer);
    const link = await trackingLink(inbox, buyer.email);
    await operator.ship(orderNumber, { carrier: "UPS", trackingId: "1Z999AA10123456784" });
    await page.setViewportSize(phone);
    await page.goto(link);
    await take(page, "order");
  });
});

/** What the window shows, as a WebP of at most 60 KB. */
async function take(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForFunction(() =>
    [...document.images].every((image) => image.complete || image.loading === "lazy"),
  );
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 70 });
  const picture = Buffer.from(data, "base64");
  expect(picture.length, `${name} in bytes`).toBeLessThanOrEqual(60 * 1024);
  await mkdir(folder ?? "", { recursive: true });
  await writeFile(join(folder ?? "", `${name}.webp`), picture);
}
