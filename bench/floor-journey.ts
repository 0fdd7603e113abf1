import { randomBytes, randomUUID } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import type { Operation } from "./load.ts";

type Chosen = { variantId: string; shippingMethodId: string };
type Query = (name: string, text: string, values: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

const hex = () => randomBytes(32).toString("hex");
const address = JSON.stringify({
  firstName: "Gale",
  lastName: "Guest",
  line1: "14 Harbor Lane",
  city: "Portland",
  region: "ME",
  postalCode: "04101",
  country: "US",
});

/** The baseline: reads, locks and writes the same rows as a journey, with a bare driver and prepared statements. */
export function floorJourney(pool: Pool, chosen: Chosen): Operation {
  return async () => {
    const client = await pool.connect();
    const query: Query = (name, text, values) => client.query({ name, text, values });
    try {
      const [userId, cartId] = [randomUUID(), randomUUID()];
      await startSession(query, userId);
      await fillCart(query, userId, cartId, chosen);
      await settleCart(query, cartId, chosen);
      await placeCart(client, query, userId, cartId);
    } finally {
      client.release();
    }
  };
}

async function startSession(query: Query, userId: string): Promise<void> {
  await query(
    "user",
    `insert into "user" (id, name, email, is_anonymous, updated_at) values ($1, 'Anonymous', $2, true, now())`,
    [userId, `${userId}@floor.invalid`],
  );
  await query(
    "session",
    "insert into session (id, token, user_id, expires_at, updated_at) values ($1, $2, $3, now() + interval '30 days', now())",
    [randomUUID(), hex(), userId],
  );
}

async function fillCart(query: Query, userId: string, cartId: string, { variantId }: Chosen): Promise<void> {
  await query(
    "cart",
    "insert into cart (id, token_hash, user_id, anonymous_id, currency, country, updated_at) values ($1, $2, $3::uuid, $3::text, 'USD', 'US', now())",
    [cartId, hex(), userId],
  );
  const { rows } = await query(
    "price",
    "select amount from price where variant_id = $1 and currency = 'USD' order by country nulls last limit 1",
    [variantId],
  );
  await query(
    "line",
    "insert into cart_line (id, cart_id, variant_id, quantity, unit_price) values ($1, $2, $3, 1, $4)",
    [randomUUID(), cartId, variantId, rows[0]?.amount],
  );
}

async function settleCart(query: Query, cartId: string, { shippingMethodId }: Chosen): Promise<void> {
  await query(
    "contact",
    "update cart set email = 'guest@example.com', contact_name = 'Gale Guest', version = version + 1 where id = $1",
    [cartId],
  );
  await query("address", "update cart set shipping_address = $2, version = version + 1 where id = $1", [
    cartId,
    address,
  ]);
  await query("method", "update cart set shipping_method_id = $2, version = version + 1 where id = $1", [
    cartId,
    shippingMethodId,
  ]);
}

async function placeCart(client: PoolClient, query: Query, userId: string, cartId: string): Promise<void> {
  const orderId = randomUUID();
  await client.query("begin");
  await query("lock", "select version from cart where id = $1 for update", [cartId]);
  const { rows } = await query(
    "lines",
    "select l.variant_id, l.quantity, l.unit_price, v.product_id, v.sku, v.title, p.name from cart_line l join product_variant v on v.id = l.variant_id join product p on p.id = v.product_id where l.cart_id = $1",
    [cartId],
  );
  const line = rows[0] ?? {};
  await query("stock", "update stock set quantity = quantity - $2 where variant_id = $1 and quantity >= $2", [
    line.variant_id,
    line.quantity,
  ]);
  await query(
    "order",
    `insert into "order" (id, order_number, cart_id, user_id, anonymous_id, currency, country, email, shipping_address, billing_address, subtotal, discount, shipping, tax, total, tax_included, tax_rate, updated_at)
     values ($1, $2, $3, $4::uuid, $4::text, 'USD', 'US', 'guest@example.com', $5, $5, $6, 0, 500, 0, $6::int + 500, false, 0, now())`,
    [orderId, `SC-${randomBytes(6).toString("hex")}`, cartId, userId, address, line.unit_price],
  );
  await query(
    "order line",
    "insert into order_line (id, order_id, variant_id, product_id, position, sku, name, variant_title, quantity, unit_price, line_total) values ($1, $2, $3, $4, 0, $5, $6, $7, 1, $8, $8)",
    [
      randomUUID(),
      orderId,
      line.variant_id,
      line.product_id,
      line.sku,
      line.name,
      line.title,
      line.unit_price,
    ],
  );
  await query(
    "event",
    "insert into order_event (id, order_id, user_id, type) values ($1, $2, $3, 'order.placed')",
    [randomUUID(), orderId, userId],
  );
  await query(
    "payment",
    "insert into payment (id, cart_id, order_id, provider, method, state, amount, currency, updated_at) values ($1, $2, $3, 'bank-transfer', '', 'awaited', 0, 'USD', now())",
    [randomUUID(), cartId, orderId],
  );
  await query("close", "update cart set status = 'ordered', version = version + 1 where id = $1", [cartId]);
  await query("job", "insert into pgboss.job (name, data) values ('order-mail', $1), ('points', $1)", [
    JSON.stringify({ orderId }),
  ]);
  await query("read", `select * from "order" where id = $1`, [orderId]);
  await client.query("commit");
}
