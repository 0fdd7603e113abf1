import type { Locator } from "@playwright/test";
import { expect, test } from "./kit/test.ts";
import { openContact, openPlaced } from "./steps/by-api.ts";
import { sendContact } from "./steps/checkout.ts";

const styleOf = (part: Locator, name: string) =>
  part.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);

test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: "active" }));

test.describe("with the reader's own colours instead of ours", { tag: "@desktop" }, () => {
  test("the open page is marked in every list of pages", async ({ customer: _, page }) => {
    for (const path of ["/", "/account/orders"]) {
      await page.goto(path);
      const links = page.getByRole("navigation").filter({ has: page.locator("a[aria-current]") });
      const [open, other] = [
        links.locator("a[aria-current]"),
        links.locator("a:not([aria-current])").first(),
      ];
      expect(await styleOf(open, "background-color")).not.toBe(await styleOf(other, "background-color"));
    }
  });

  test("a field with an error has a thicker edge", async ({ guest, page }) => {
    await openContact(guest);
    const field = page.getByRole("textbox", { name: guest.words.contact.email });
    const before = await styleOf(field, "border-top-width");
    await sendContact(guest);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    expect(await styleOf(field, "border-top-width")).not.toBe(before);
  });

  test("the progress of an order is visible in its borders", async ({ guest, page }) => {
    await openPlaced(guest);
    const stages = page.getByRole("region", { name: "Confirmed" }).locator("li > [aria-hidden]");
    const edges = await Promise.all((await stages.all()).map((stage) => styleOf(stage, "border-top-style")));
    expect(edges).toEqual(["solid", "dashed", "dashed"]);
  });
});
