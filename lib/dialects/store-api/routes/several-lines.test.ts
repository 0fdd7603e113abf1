import { describe, expect, test } from "vitest";
import * as z from "zod";
import { getCart } from "#lib/dialects/store-api/routes/cart.ts";
import { addCartLine } from "#lib/dialects/store-api/routes/lines.ts";
import { newId } from "#lib/platform/ids.ts";
import { call, type Reply } from "#test/support/call.ts";
import { makeVariant, type Sellable } from "#test/support/catalogue.ts";
import { cartOf, expectFailure, expectInvalid } from "#test/support/expect.ts";

const add = ({ variantId }: Pick<Sellable, "variantId">, quantity: number, cart?: string) =>
  call(addCartLine, { cart, body: { variantId, quantity } });

describe("adding several lines at once", () => {
  const addAll = (lines: unknown, cart?: string) => call(addCartLine, { cart, body: { lines } });

  test("adds all in order, in one version; the same variant adds up", async () => {
    const [one, other] = [await makeVariant(), await makeVariant()];
    const { cart } = await add(other, 1);
    const before = cartOf(await call(getCart, { cart }));
    const wish = [one, other, one].map(({ variantId }) => ({ variantId, quantity: 2 }));
    const after = cartOf(await addAll(wish, cart));
    expect(after.lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([
      [other.sku, 3],
      [one.sku, 4],
    ]);
    expect(after.version).toBe(before.version + 1);
  });

  test("100 different items fit, one more does not", async () => {
    const variants = await Promise.all(Array.from({ length: 101 }, () => makeVariant()));
    const [last, ...most] = variants.map(({ variantId }) => ({ variantId, quantity: 1 }));
    const reply = await addAll(most);
    expect(cartOf(reply).lines).toHaveLength(100);
    const message = "A cart holds at most 100 different items";
    expectFailure(await addAll([last], reply.cart), "bad_request", message, [
      { path: "lines.0.variantId", message },
    ]);
  });

  test("one that cannot be added rejects all, and is named", async () => {
    const [one, few, dear] = [
      await makeVariant(),
      await makeVariant({ stock: 1 }),
      await makeVariant({ prices: [{ currency: "EUR", amount: 900 }] }),
    ];
    const { cart } = await add(one, 1);
    const good = { variantId: one.variantId, quantity: 1 };
    const refused = async (variantId: string, quantity: number) =>
      addAll([good, { variantId, quantity }, good], cart);
    const missing = "Variant not found";
    expectFailure(await refused(newId(), 1), "not_found", missing, [
      { path: "lines.1.variantId", message: missing },
    ]);
    const paths = async (reply: Promise<Reply>) =>
      z
        .array(z.looseObject({ path: z.string() }))
        .parse((await reply).body.details)
        .map(({ path }) => path);
    expect(await paths(refused(few.variantId, 2))).toEqual(["lines.1.quantity"]);
    expect(await paths(refused(dear.variantId, 1))).toEqual(["lines.1.variantId"]);
    expect(await paths(refused(one.variantId, 99))).toEqual(["lines.1.quantity"]);
    expect(cartOf(await call(getCart, { cart })).lines.map(({ quantity }) => quantity)).toEqual([1]);
  });

  test("an invalid list is rejected with line and field", async () => {
    const good = { variantId: newId(), quantity: 1 };
    expectInvalid(await addAll([]), "lines");
    expectInvalid(await addAll(Array.from({ length: 101 }, () => good)), "lines");
    expectInvalid(await addAll([good, good, good, { variantId: "x", quantity: 1 }]), "lines.3.variantId");
    expectInvalid(await addAll([{ ...good, quantity: 0 }]), "lines.0.quantity");
    expectInvalid(await call(addCartLine, { body: { ...good, lines: [good] } }), "lines");
  });
});
