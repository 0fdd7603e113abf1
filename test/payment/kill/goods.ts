import * as z from "zod";
import { askUntilAnswered } from "./client.ts";

/** A variant, and how it is shipped. */
export type Goods = { variantId: string; shippingMethodId: string };

const products = z.object({ data: z.array(z.object({ variants: z.array(z.object({ id: z.string() })) })) });
const methods = z.object({ data: z.array(z.object({ id: z.string() })) });

/** Two of them: one that is never sold out, and one whose stock runs out while it is being paid for. */
export async function findGoods(shopUrl: string): Promise<{ plenty: Goods; scarce: Goods }> {
  const shelf = products.parse((await askUntilAnswered("GET", `${shopUrl}/store/products?limit=2`)).body);
  const shipping = methods.parse(
    (await askUntilAnswered("GET", `${shopUrl}/store/cart/shipping-methods`)).body,
  );
  const [plenty, scarce] = shelf.data.map(({ variants }) => variants[0]?.id);
  const shippingMethodId = shipping.data[0]?.id;
  if (!plenty || !scarce || !shippingMethodId) throw new Error("The demo shop has nothing to sell");
  return { plenty: { variantId: plenty, shippingMethodId }, scarce: { variantId: scarce, shippingMethodId } };
}
