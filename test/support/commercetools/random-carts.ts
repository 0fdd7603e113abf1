import { db, Prisma } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { makeVariant, type Sellable } from "#test/support/catalogue.ts";

/** Words that occur in both carts and predicates, and some that try to break out. */
export const words = [
  "ab",
  "Ab",
  "b",
  "zü",
  "日本",
  '"',
  "'; drop table cart; --",
  "\\",
  "%",
  "_",
  "😀",
  "\uffee",
];
export const countries = ["US", "DE", "GB"];
export const times = ["2026-01-01T00:00:00.000Z", "2026-02-01T12:30:00.500Z", "2026-03-01T00:00:00.000Z"];

/** A cart in its wire shape, as far as predicates can query it. */
export type WireCart = { id: string; [field: string]: unknown };
export type CartWorld = { carts: WireCart[]; variants: Sellable[]; customers: string[] };

/** Creates `count` carts, each a little different, and returns their wire shapes. */
export async function makeCarts(count: number): Promise<CartWorld> {
  const variants = await Promise.all([makeVariant(), makeVariant(), makeVariant()]);
  const customers = await Promise.all([makeUser(false), makeUser(false)]);
  const guest = await makeUser(true);
  const carts: WireCart[] = [];
  for (let index = 0; index < count; index++) {
    const owner = pick([null, guest, ...customers], index);
    carts.push(await makeCart(index, { owner, isGuest: owner === guest, variants }));
  }
  return { carts, variants, customers };
}

type Wish = { owner: string | null; isGuest: boolean; variants: Sellable[] };

async function makeCart(index: number, { owner, isGuest, variants }: Wish): Promise<WireCart> {
  const status = pick(["active", "merged", "ordered"] as const, index);
  const anonymousId = index % 4 === 0 ? null : `${pick(words, index)}${index % 5}`;
  const email = pick([null, ...words], index * 3);
  const shippingAddress = index % 3 === 0 ? null : address(index);
  const lines = variants
    .filter((_, place) => (index >> place) % 2 === 1)
    .map(({ variantId, productId, sku }, place) => ({
      variantId,
      productId,
      sku,
      quantity: (index % 4) + place + 1,
    }));
  const data = {
    id: newId(),
    version: (index % 6) + 1,
    country: pick(countries, index),
    createdAt: new Date(pick(times, index)),
    updatedAt: new Date(pick(times, index + 1)),
  };
  await db.cart.create({
    data: {
      ...data,
      tokenHash: newId(),
      status,
      userId: owner,
      anonymousId,
      email,
      currency: "USD",
      shippingAddress: shippingAddress ?? Prisma.DbNull,
      lines: { create: lines.map(({ variantId, quantity }) => ({ variantId, quantity, unitPrice: 1000 })) },
    },
  });
  return {
    id: data.id,
    version: data.version,
    country: data.country,
    createdAt: data.createdAt.toISOString(),
    lastModifiedAt: data.updatedAt.toISOString(),
    cartState: { active: "Active", merged: "Merged", ordered: "Ordered" }[status],
    totalPrice: { currencyCode: "USD" },
    ...present({ anonymousId, customerId: isGuest ? null : owner, customerEmail: email }),
    ...(shippingAddress && {
      shippingAddress: { city: shippingAddress.city, country: shippingAddress.country },
    }),
    ...(lines.length > 0 && { totalLineItemQuantity: lines.reduce((sum, line) => sum + line.quantity, 0) }),
    lineItems: lines.map(({ productId, sku, quantity }) => ({
      productId,
      quantity,
      variant: { id: 1, sku },
    })),
  };
}

function address(index: number) {
  return { country: pick(countries, index), ...(index % 2 === 0 && { city: pick(words, index) }) };
}

function present(fields: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

async function makeUser(isAnonymous: boolean): Promise<string> {
  const id = newId();
  await db.user.create({ data: { id, name: "", email: `${id}@example.com`, isAnonymous } });
  return id;
}

export function pick<T>(choices: readonly [T, ...T[]] | readonly T[], index: number): T {
  const choice = choices[index % choices.length];
  if (choice === undefined) throw new Error("Nothing to pick from");
  return choice;
}
