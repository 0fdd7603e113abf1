import { address } from "./demo.ts";
import { expect, test } from "./kit/test.ts";
import { openPayment, openPlaced } from "./steps/by-api.ts";
import { putIntoCart, startCheckout, tryCode } from "./steps/cart.ts";
import { addressField, giveContact, placedNumber, sendAddress, sendContact } from "./steps/checkout.ts";
import { tabTo } from "./steps/keyboard.ts";
import { findOrder, trackingLink } from "./steps/order.ts";

/**
 * For pages that show something else on a phone. On all others, `check` covers a phone's tap targets at desktop size.
 */
const bothSizes = ["@desktop", "@phone"];

test.describe("axe finds nothing, in light and dark", () => {
  test("in the catalogue, on a product, on pages that do not exist", async ({ page, a11y }) => {
    const paths = [
      "/",
      "/?category=garden",
      "/?search=zzz",
      "/products/wool-beanie",
      "/products/bath-brush",
      "/nowhere",
    ];
    for (const path of [...paths, "/order-status", `/order-status/${"x".repeat(43)}`, "/cart"]) {
      await page.goto(path);
      await a11y.check();
    }
  });

  test("from the cart to the order, errors included", { tag: bothSizes }, async ({ guest, page, a11y }) => {
    await putIntoCart(guest);
    await tryCode(guest, "NOPE");
    await expect(page.getByText("is not a code we know")).toBeVisible();
    await a11y.check();
    await startCheckout(guest);
    await sendContact(guest);
    await expect(page.getByText("There is a problem")).toBeVisible();
    await a11y.check();
    await giveContact(guest);
    await page.getByRole("checkbox", { name: "The billing address is the same" }).uncheck();
    await sendAddress(guest);
    await expect(page.getByText("There is a problem")).toBeVisible();
    await a11y.check();
  });

  test("on the payment step, the order and the look-up", { tag: bothSizes }, async ({
    guest,
    page,
    inbox,
    a11y,
  }) => {
    await openPayment(guest);
    await a11y.check();
    const { orderNumber } = await openPlaced(guest);
    await a11y.check();
    await page.goto(await trackingLink(inbox, guest.email));
    await a11y.check();
    await findOrder(guest, guest.email, orderNumber);
    await a11y.check();
  });
});

test.describe("with the keyboard alone", { tag: "@desktop" }, () => {
  test("a guest buys", async ({ guest, page }) => {
    const button = (name: string | RegExp) => page.getByRole("button", { name });
    await page.goto("/");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("link", { name: "Stovetop Kettle" }));
    await page.keyboard.press("Enter");
    await tabTo(page, button("Add to cart"));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("button", { name: "Check out as a guest" }));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("textbox", { name: "Email address" }));
    await page.keyboard.type(guest.email);
    await page.keyboard.press("Enter");
    for (const [label, value] of Object.entries(address)) {
      await tabTo(page, addressField(guest, label));
      await page.keyboard.type(value);
    }
    await tabTo(page, page.getByRole("radio", { name: /^Standard/ }));
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: /^Express/ })).toBeChecked();
    await tabTo(page, button("Continue to payment"));
    await page.keyboard.press("Enter");
    // Until it opens, the method of delivery is a chosen radio, too.
    await expect(page.getByRole("heading", { name: guest.words.payment.title })).toBeVisible();
    await tabTo(page, page.getByRole("radio", { checked: true }).last());
    const card = page.getByRole("radio", { name: guest.words.payment.accepted });
    for (let presses = 0; presses < 9 && !(await card.isChecked()); presses++)
      await page.keyboard.press("ArrowDown");
    await expect(card).toBeChecked();
    await tabTo(page, button(/^Place order/));
    await page.keyboard.press("Enter");
    await placedNumber(guest);
  });

  test("the focused element is always visible and marked", async ({ guest, page }) => {
    await openPlaced(guest);
    for (const path of ["/", "/products/bread-board", "/order-status"]) {
      await page.goto(path);
      for (let presses = 0; presses < 15; presses++) {
        await page.keyboard.press("Tab");
        const seen = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          const { top, bottom } = element.getBoundingClientRect();
          const marked = [element, element.closest(".choice")].some(
            (each) => each && getComputedStyle(each).outlineStyle !== "none",
          );
          return {
            name: element.outerHTML.slice(0, 80),
            marked,
            inSight: bottom > 0 && top < window.innerHeight,
          };
        });
        if (seen) expect(seen).toMatchObject({ marked: true, inSight: true });
      }
    }
  });
});
