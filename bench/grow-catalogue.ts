import { withClient } from "#scripts/postgres/with-client.ts";

/**
 * Copies the existing catalogue, with variants, prices and stock, until it has at least `products` products. Copies
 * have the category and position of their originals.
 */
export async function growCatalogue(databaseUrl: string, products: number): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>("select count(*)::int as count from product");
    const copies = Math.ceil(products / Math.max(1, rows[0]?.count ?? 0)) - 1;
    if (copies < 1) return;
    // Committed synchronously, because VACUUM can only mark flushed rows as all-visible. Triggers are off, because they
    // update products one by one: a copy is sold where its original is.
    await client.query(`begin; set local synchronous_commit = on; set local session_replication_role = replica;
      create temp table copy on commit drop as select number from generate_series(1, ${copies}) number;
      create temp table twin on commit drop as
        select p.id as original, gen_random_uuid() as id, number from product p, copy;
      create temp table variant_twin on commit drop as
        select v.id as original, gen_random_uuid() as id, t.id as product_id, t.number
        from twin t join product_variant v on v.product_id = t.original;
      analyze twin; analyze variant_twin;
      insert into product (id, slug, name, description, category_id, image, image_alt, options, published, position, created_at, updated_at,
          sold_in, variant_count, search_text)
        select t.id, p.slug || '-' || t.number, p.name || ' ' || t.number, p.description, p.category_id, p.image, p.image_alt,
          p.options, p.published, p.position, p.created_at - t.number * interval '1 minute', p.updated_at,
          p.sold_in, p.variant_count, regexp_replace(p.search_text, '\\n', ' ' || t.number || E'\\n')
        from twin t join product p on p.id = t.original;
      insert into product_variant (id, product_id, number, sku, title, options, image)
        select t.id, t.product_id, v.number, v.sku || '-' || t.number, v.title, v.options, v.image
        from variant_twin t join product_variant v on v.id = t.original;
      insert into price (id, variant_id, currency, country, amount, was_amount)
        select gen_random_uuid(), t.id, r.currency, r.country, r.amount, r.was_amount
        from variant_twin t join price r on r.variant_id = t.original;
      insert into product_price (product_id, market, lowest, highest)
        select t.id, r.market, r.lowest, r.highest from twin t join product_price r on r.product_id = t.original;
      insert into stock (variant_id, quantity)
        select t.id, s.quantity from variant_twin t join stock s on s.variant_id = t.original;
      commit`);
    await client.query("vacuum analyze product, product_variant, price, product_price, stock");
  });
}
