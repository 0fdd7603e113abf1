import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { answerWith } from "#lib/platform/http/reached.ts";
import { makeVariant, type Sellable, setPrice } from "#test/support/catalogue.ts";
import { fillCart } from "#test/support/checkout.ts";
import { askForPage, bearer, rendering, watchRendering } from "#test/support/public-page.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";

watchRendering();

const stock = (variantId: string, quantity: number) =>
  db.stock.updateMany({ where: { variantId }, data: { quantity } });

describe("what a page shows is read for each answer", () => {
  const changes: [string, (sold: Sellable) => Promise<unknown>, string][] = [
    ["price", (sold) => setPrice(sold, 4321), '"price":4321'],
    ["stock that runs out", ({ variantId }) => stock(variantId, 2), '"available":2'],
    [
      "description",
      ({ productId: id }) => db.product.update({ where: { id }, data: { description: "Told anew" } }),
      "Told anew",
    ],
  ];

  test.each(changes)("a %s", async (_what, change, shown) => {
    const sold = await makeVariant();
    const paths = [`/products/${sold.slug}`, `/?search=${encodeURIComponent(sold.name)}`];
    for (const path of paths) expect((await askForPage(path)).body).not.toContain(shown);
    await change(sold);
    for (const path of paths) expect((await askForPage(path)).body).toContain(shown);
    expect(rendering.times).toBe(4);
  });

  test("a product that is no longer sold", async () => {
    const { slug, name, productId: id } = await makeVariant();
    expect((await askForPage(`/products/${slug}`)).body).toContain(name);
    await db.product.update({ where: { id }, data: { published: false } });
    rendering.besides = () => answerWith(404);
    for (const times of [2, 3]) {
      const { status, body } = await askForPage(`/products/${slug}`);
      expect([status, rendering.times]).toEqual([404, times]);
      expect(body).not.toContain(name);
    }
  });

  test("but not the exact stock of what there is enough of", async () => {
    const { slug, variantId } = await makeVariant();
    await askForPage(`/products/${slug}`);
    await stock(variantId, 99);
    await askForPage(`/products/${slug}`);
    expect(rendering.times).toBe(1);
  });

  test("the visitor's cart, and whether they have an account", async () => {
    const { slug, variantId } = await makeVariant();
    const guest = await startGuestSession();
    const frame = async (headers: Record<string, string>) =>
      /"frame":(\{.*?\})/.exec((await askForPage(`/products/${slug}`, headers)).body)?.[1];
    expect(await frame(bearer(guest))).toBe('{"items":0,"isCustomer":false}');
    const token = await fillCart(guest, { lines: [{ variantId, quantity: 2 }] });
    expect(await frame(bearer(guest))).toBe('{"items":2,"isCustomer":false}');
    const cart = await fillCart(undefined, { lines: [{ variantId, quantity: 3 }] });
    expect(await frame({ cookie: `cart-token=${cart}` })).toBe('{"items":3,"isCustomer":false}');
    expect(await frame({ cookie: `cart-token=${token}` })).toBe('{"items":0,"isCustomer":false}');
    expect(await frame(bearer(await signUp()))).toBe('{"items":0,"isCustomer":true}');
  });
});
