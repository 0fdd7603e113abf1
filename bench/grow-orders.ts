import { withClient } from "#scripts/postgres/with-client.ts";

/**
 * Writes `count` orders of guests, each with its cart, a line, a payment and an event, as copies of what the shop sells
 * now. They are numbered SC-GROWN-1 and so on, and placed a minute apart up to now.
 */
export async function growOrders(databaseUrl: string, count: number): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    // Foreign keys are true by construction; checking them would take most of the time.
    await client.query(`begin; set local synchronous_commit = on; set local session_replication_role = replica;
      create temp table grown on commit drop as
        select n, gen_random_uuid() as id, gen_random_uuid() as cart_id, gen_random_uuid() as user_id,
          now() - n * interval '1 minute' as at, 'guest' || n || '@example.com' as email
        from generate_series(1, ${count}) n;
      create temp table sold on commit drop as
        select row_number() over (order by v.sku) - 1 as place, v.id as variant_id, v.product_id, v.sku, v.title, p.name
        from product_variant v join product p on p.id = v.product_id limit 50;
      insert into "user" (id, name, email, is_anonymous, created_at, updated_at)
        select user_id, 'Anonymous', user_id || '@anonymous.placeholder.invalid', true, at, at from grown;
      insert into cart (id, token_hash, user_id, anonymous_id, status, currency, country, created_at, updated_at)
        select cart_id, cart_id::text, user_id, user_id::text, 'ordered', 'USD', 'US', at, at from grown;
      insert into "order" (id, order_number, cart_id, user_id, anonymous_id, status, currency, country, email, shipping_address,
          billing_address, subtotal, discount, shipping, tax, total, tax_included, tax_rate, placed_at, updated_at)
        select id, 'SC-GROWN-' || n, cart_id, user_id, user_id::text, 'pending', 'USD', 'US', email,
          '{"country": "US"}', '{"country": "US"}', 1000, 0, 500, 0, 1500, false, 0, at, at from grown;
      insert into order_line (id, order_id, variant_id, product_id, position, sku, name, variant_title, quantity, unit_price, line_total)
        select gen_random_uuid(), id, variant_id, product_id, 0, sku, name, title, 1, 1000, 1000
        from grown join sold on place = n % (select count(*) from sold);
      insert into order_event (id, order_id, user_id, type, at)
        select gen_random_uuid(), id, user_id, 'order.placed', at from grown;
      insert into payment (id, cart_id, order_id, provider, method, state, amount, currency, created_at, updated_at)
        select gen_random_uuid(), cart_id, id, 'bank-transfer', '', 'awaited', 1500, 'USD', at, at from grown;
      commit`);
    await client.query(`vacuum analyze "user", cart, "order", order_line, order_event, payment`);
  });
}
