import type { Cart } from "#lib/commerce/cart/index.ts";
import { type Product, productHandle, products } from "#lib/commerce/catalog/index.ts";
import { asNobody } from "#lib/platform/context.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { asShown } from "../catalogue/availability.ts";
import { type DeliveryOutlook, deliveryOutlook } from "../checkout/delivery-outlook.ts";

/** What the page of a product shows: null for one that is not sold, or that does not exist. */
export type ShownProduct = { product: Product | null; outlook: DeliveryOutlook | null };

/** Reads a product, and when it would arrive for the visitor with this cart. */
export async function readProduct(slug: string, cart: () => Promise<Cart | null>): Promise<ShownProduct> {
  const [product, outlook] = await Promise.all([findProduct(slug), cart().then(deliveryOutlook)]);
  return { product: product && asShown(product), outlook };
}

async function findProduct(slug: string): Promise<Product | null> {
  const handle = productHandle.safeParse({ slug });
  if (!handle.success) return null;
  try {
    return await perform(products.get, asNobody, handle.data);
  } catch (error) {
    if (isDomainError(error, "not_found")) return null;
    throw error;
  }
}
