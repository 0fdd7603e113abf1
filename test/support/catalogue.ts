import { randomUUID } from "node:crypto";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Prisma } from "../../prisma/generated/client.ts";

export type Sellable = { variantId: string; productId: string; sku: string; name: string; slug: string };
type PriceInput = { currency: string; country?: string; amount: number; wasAmount?: number };
type VariantInput = { stock?: number; prices?: PriceInput[]; published?: boolean; sku?: string };

const unique = () => randomUUID().slice(0, 13).toUpperCase();

/** Creates a product with one variant: 10.00 USD, 9.00 EUR, a hundred in stock. */
export async function makeVariant(input: VariantInput = {}): Promise<Sellable> {
  const name = `Thing ${unique()}`;
  const slug = name.toLowerCase().replaceAll(" ", "-");
  const sku = input.sku ?? `SKU-${unique()}`;
  const prices = input.prices ?? [
    { currency: "USD", amount: 1000 },
    { currency: "EUR", amount: 900 },
  ];
  const variantId = newId();
  const product = await db.product.create({
    data: {
      slug,
      name,
      description: "A thing to sell in tests",
      image: "/products/thing.svg",
      imageAlt: "A thing",
      published: input.published ?? true,
      category: { create: { slug: `category-${slug}`, name: "Things" } },
      variants: {
        create: {
          id: variantId,
          number: 1,
          sku,
          title: "",
          prices: { create: prices },
          stock: { create: { quantity: input.stock ?? 100 } },
        },
      },
    },
  });
  return { variantId, productId: product.id, sku, name, slug };
}

export async function stockOf({ variantId }: Pick<Sellable, "variantId">): Promise<number> {
  const { quantity } = await db.stock.findUniqueOrThrow({ where: { variantId } });
  return quantity;
}

/** Sets a variant's price in every country. */
export async function setPrice({ variantId }: Sellable, amount: number): Promise<void> {
  await db.price.updateMany({ where: { variantId }, data: { amount } });
}

/** Creates a shipping method, by default to everywhere for 5.00. */
export function makeShippingMethod(input: Partial<Prisma.ShippingMethodCreateInput> = {}) {
  const key = `method-${unique()}`;
  return db.shippingMethod.create({
    data: {
      key,
      name: "Standard",
      description: "By ground",
      countries: [],
      prices: { USD: 500, EUR: 450 },
      minDays: 3,
      maxDays: 5,
      ...input,
    },
  });
}

/** Creates a coupon, by default of 10 % without limits. */
export function makeDiscount(input: Partial<Prisma.DiscountCreateInput> = {}) {
  const code = `CODE-${unique()}`;
  return db.discount.create({ data: { code, name: "A coupon", kind: "percentage", value: 10, ...input } });
}
