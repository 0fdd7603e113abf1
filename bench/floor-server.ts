import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { Pool } from "pg";
import { env } from "#lib/platform/env.ts";

// The baseline for order tracking: node:http and the driver, one statement, no framework.
const pool = new Pool({ connectionString: env.DATABASE_URL, max: env.DATABASE_POOL_SIZE });
const text = `
  select jsonb_build_object('id', o.id, 'orderNumber', o.order_number, 'status', o.status, 'total', o.total,
    'shippingAddress', o.shipping_address, 'lines', (
      select jsonb_agg(jsonb_build_object('sku', l.sku, 'name', l.name, 'quantity', l.quantity, 'unitPrice', l.unit_price) order by l.position)
      from order_line l where l.order_id = o.id),
    'events', (select jsonb_agg(jsonb_build_object('type', e.type, 'at', e.at) order by e.at) from order_event e where e.order_id = o.id)) as data
  from lookup_token t join "order" o on o.id = t.order_id where t.token_hash = $1`;

const server = createServer(async (request, response) => {
  const token = request.url?.split("/").at(-1) ?? "";
  const hash = createHash("sha256").update(token).digest("hex");
  const { rows } = await pool.query({ name: "track", text, values: [hash] });
  const body = JSON.stringify({ data: rows[0]?.data, message: "Success", statusCode: 200 });
  response.writeHead(rows[0] ? 200 : 404, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
});
server.listen(env.PORT, () => process.send?.("ready"));
