import { kettle } from "./demo.ts";
import { lookOf } from "./kit/look.ts";
import type { Person } from "./kit/person.ts";
import { expect, test } from "./kit/test.ts";
import { fillCart, openContact, openDelivery, openPayment, openPlaced } from "./steps/by-api.ts";
import { trackingLink } from "./steps/order.ts";

const at =
  (path: string) =>
  async ({ page }: Person) =>
    void (await page.goto(path));

/** Opens each of the ten pages. */
const pages: Record<string, (guest: Person) => Promise<unknown>> = {
  catalogue: at("/"),
  product: at(`/products/${kettle.slug}`),
  cart: async (guest) => {
    await fillCart(guest);
    await guest.page.goto("/cart");
  },
  contact: openContact,
  delivery: openDelivery,
  payment: openPayment,
  placed: openPlaced,
  "order-look-up": at("/order-status"),
  "sign-in": at("/sign-in"),
};

test.describe("pages look as in their snapshots", { tag: "@desktop" }, () => {
  for (const [name, open] of Object.entries(pages)) {
    test(name, async ({ guest, page }) => {
      await open(guest);
      // The frame that all pages share is covered once.
      const part = page.locator(name === "catalogue" ? "body" : "main");
      expect(await lookOf(part)).toMatchSnapshot(`${name}.txt`);
    });
  }

  test("order", async ({ page, newPerson, inbox }) => {
    const buyer = await newPerson();
    await openPlaced(buyer);
    await page.goto(await trackingLink(inbox, buyer.email));
    expect(await lookOf(page.locator("main"))).toMatchSnapshot("order.txt");
  });
});
