import { randomUUID } from "node:crypto";
import { beforeAll } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { makeVariant, type Sellable } from "#test/support/catalogue.ts";
import { send } from "./call.ts";
import { tokenFor } from "./viewer.ts";

export type Query = [name: string, value: string][];
type Lamps = {
  word: string;
  token: string;
  categoryId: string;
  alpha: Sellable;
  beta: Sellable;
  gamma: Sellable;
};

/**
 * Three lamps in a category of their own, all with `word` in their names: Alpha is red for 10 dollars, Beta blue for
 * 20, Gamma red for 30 and blue for 5.
 */
export function openLampShop(): () => Lamps {
  let lamps: Lamps | undefined;
  beforeAll(async () => {
    lamps = await makeLamps();
  });
  return () => {
    if (!lamps) throw new Error("The shop opens before the first test");
    return lamps;
  };
}

async function makeLamps(): Promise<Lamps> {
  const word = `lamp${randomUUID().slice(0, 8)}`;
  const { id: categoryId } = await db.category.create({ data: { id: newId(), slug: word, name: "Lamps" } });
  const make = async (name: string, amount: number, color: string): Promise<Sellable> => {
    const prices = [
      { currency: "USD", amount },
      { currency: "EUR", amount: 4000 - amount },
    ];
    const lamp = await makeVariant({ prices });
    await db.product.update({ where: { id: lamp.productId }, data: { name: `${name} ${word}`, categoryId } });
    await db.productVariant.update({ where: { id: lamp.variantId }, data: { options: { Color: color } } });
    return lamp;
  };
  const alpha = await make("Alpha", 1000, "Red");
  const beta = await make("Beta", 2000, "Blue");
  const gamma = await make("Gamma", 3000, "Red");
  await db.product.update({
    where: { id: alpha.productId },
    data: { description: "Better than the gamma one" },
  });
  await db.productVariant.create({
    data: {
      id: newId(),
      productId: gamma.productId,
      number: 2,
      sku: `${gamma.sku}-B`,
      title: "",
      options: { Color: "Blue" },
      prices: { create: [{ currency: "USD", amount: 500 }] },
    },
  });
  return { word, token: await tokenFor("view_products"), categoryId, alpha, beta, gamma };
}

/** Searches among the lamps only. */
export function searchLamps({ categoryId, token }: Lamps, ...query: Query) {
  const all = new URLSearchParams([["filter.query", `categories.id:"${categoryId}"`], ...query]);
  return send("GET", `/product-projections/search?${all}`, { token });
}

/** "Alpha", "Beta", in the order of the answer. */
export function namesOf(body: { results: { name: { en: string } }[] }) {
  return body.results.map(({ name }) => name.en.split(" ")[0]);
}
