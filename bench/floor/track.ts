import { createHash } from "node:crypto";
import type { Pool } from "pg";

const text = `
  select jsonb_build_object('id', o.id, 'orderNumber', o.order_number, 'status', o.status, 'total', o.total,
    'shippingAddress', o.shipping_address, 'lines', (
      select jsonb_agg(jsonb_build_object('sku', l.sku, 'name', l.name, 'quantity', l.quantity, 'unitPrice', l.unit_price) order by l.position)
      from order_line l where l.order_id = o.id),
    'events', (select jsonb_agg(jsonb_build_object('type', e.type, 'at', e.at) order by e.at) from order_event e where e.order_id = o.id)) as data
  from lookup_token t join "order" o on o.id = t.order_id where t.token_hash = $1`;

/** The order of a mailed link, in one statement. */
export async function track(pool: Pool, token: string): Promise<unknown> {
  const hash = createHash("sha256").update(token).digest("hex");
  const { rows } = await pool.query({ name: "track", text, values: [hash] });
  return rows[0]?.data;
}
