import { lookOf } from "./kit/look.ts";
import { expect, test } from "./kit/test.ts";
import { openPlaced } from "./steps/by-api.ts";
import { trackingLink } from "./steps/order.ts";
import { guestPages } from "./steps/pages.ts";

test.describe("pages look as in their snapshots", { tag: "@desktop" }, () => {
  for (const [name, open] of Object.entries(guestPages)) {
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
