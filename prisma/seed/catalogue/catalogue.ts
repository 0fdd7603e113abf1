import { v7 } from "uuid";
import type { Prisma } from "../../generated/client.ts";
import { bath } from "./bath.ts";
import { desk } from "./desk.ts";
import { garden } from "./garden.ts";
import { kitchen } from "./kitchen.ts";
import { type CategorySeed, type PriceSeed, picture, picturesOf } from "./product-seed.ts";
import { wardrobe } from "./wardrobe.ts";

export const categories: CategorySeed[] = [kitchen, desk, garden, wardrobe, bath];

/** The data of a variant that orders need. */
export type Sellable = {
  variantId: string;
  productId: string;
  sku: string;
  name: string;
  variantTitle: string;
  image: string;
  /** Cents, as a shopper in the US pays. */
  unitPrice: number;
};

/** Writes categories, products, variants, prices and stock. Returns the variants by SKU. */
export async function seedCatalogue(tx: Prisma.TransactionClient): Promise<Map<string, Sellable>> {
  const sellables = new Map<string, Sellable>();
  const rows = {
    categories: [] as Prisma.CategoryCreateManyInput[],
    products: [] as Prisma.ProductCreateManyInput[],
    variants: [] as Prisma.ProductVariantCreateManyInput[],
    prices: [] as Prisma.PriceCreateManyInput[],
    stock: [] as Prisma.StockCreateManyInput[],
  };
  for (const [index, { products, ...category }] of categories.entries()) {
    const categoryId = v7();
    rows.categories.push({ id: categoryId, ...category, position: index + 1 });
    for (const { variants, ...product } of products) {
      const productId = v7();
      const { slug } = product;
      rows.products.push({
        id: productId,
        categoryId,
        ...product,
        image: picture(slug),
        pictures: picturesOf(slug),
      });
      for (const [place, { prices, stock, image, ...variant }] of variants.entries()) {
        const variantId = v7();
        rows.variants.push({
          id: variantId,
          productId,
          number: place + 1,
          ...variant,
          image: image === undefined ? null : picture(image),
        });
        rows.prices.push(...prices.map((price) => ({ id: v7(), variantId, ...price })));
        rows.stock.push({ variantId, quantity: stock });
        sellables.set(variant.sku, {
          variantId,
          productId,
          sku: variant.sku,
          name: product.name,
          variantTitle: variant.title,
          image: picture(image ?? product.slug),
          unitPrice: priceInTheUS(variant.sku, prices),
        });
      }
    }
  }
  await tx.category.createMany({ data: rows.categories });
  await tx.product.createMany({ data: rows.products });
  await tx.productVariant.createMany({ data: rows.variants });
  await tx.price.createMany({ data: rows.prices });
  await tx.stock.createMany({ data: rows.stock });
  return sellables;
}

/** A price for the country wins over one for all countries. */
function priceInTheUS(sku: string, prices: PriceSeed[]): number {
  const dollars = prices.filter((price) => price.currency === "USD");
  const price =
    dollars.find(({ country }) => country === "US") ?? dollars.find(({ country }) => country === undefined);
  if (!price) throw new Error(`${sku} has no price in dollars`);
  return price.amount;
}
