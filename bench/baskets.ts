import { send } from "./http-client.ts";
import type { Basket } from "./journey.ts";
import type { Bench } from "./row.ts";

/** Always the same variant. */
export async function oneBasket(bench: Bench): Promise<() => Basket> {
  const [first] = await baskets(bench, 1, 1);
  if (!first) throw new Error("The demo shop has no products");
  return () => first;
}

/** `count` baskets in turn, each with `lines` variants that no other has. */
export async function basketsInTurn(bench: Bench, count: number, lines: number): Promise<() => Basket> {
  const all = await baskets(bench, count, lines);
  let next = 0;
  return () => all[next++ % all.length] as Basket;
}

async function baskets({ pool, shopUrl }: Bench, count: number, lines: number): Promise<Basket[]> {
  const methods = await send(`${shopUrl}/store/cart/shipping-methods`, "GET", 200, {});
  const shippingMethodId = (methods.body as { data: { id: string }[] }).data[0]?.id ?? "";
  const { rows } = await pool.query<{ id: string }>(
    `select v.id from product_variant v join product p on p.id = v.product_id
     where p.published and exists (select 1 from price r where r.variant_id = v.id and r.currency = 'USD' and r.country is null)
     order by v.sku limit $1`,
    [count * lines],
  );
  if (rows.length < lines) throw new Error(`The shop has only ${rows.length} variants`);
  const ids = rows.map((row) => row.id);
  return Array.from({ length: Math.floor(ids.length / lines) }, (_, index) => {
    return { variantIds: ids.slice(index * lines, (index + 1) * lines), shippingMethodId };
  });
}
