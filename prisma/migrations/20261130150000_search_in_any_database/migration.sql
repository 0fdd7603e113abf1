-- search_text is in the lower case of Unicode whatever the database's locale: in a Turkish one, lower('I') is not 'i'.
CREATE OR REPLACE FUNCTION refresh_product(refreshed uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE product p SET sold_in = kept.sold_in, variant_count = kept.variant_count, search_text = kept.search_text
  FROM (
    SELECT
      ARRAY(SELECT DISTINCT r.currency::text || coalesce(':' || r.country::text, '') FROM product_variant v
        JOIN price r ON r.variant_id = v.id WHERE v.product_id = refreshed ORDER BY 1) AS sold_in,
      (SELECT count(*)::int FROM product_variant v WHERE v.product_id = refreshed) AS variant_count,
      -- Words stand between blanks, so that the index finds where one begins.
      lower((SELECT string_agg(' ' || regexp_replace(coalesce(part, ''), '\s+', ' ', 'g'), E'\n' ORDER BY place)
        FROM unnest(ARRAY[q.name, c.name, q.description,
          (SELECT string_agg(concat_ws(' ', v.sku, v.title), ' ' ORDER BY v.number)
            FROM product_variant v WHERE v.product_id = refreshed)]) WITH ORDINALITY parts (part, place))
        COLLATE "und-x-icu") AS search_text
    FROM product q JOIN category c ON c.id = q.category_id WHERE q.id = refreshed
  ) kept
  WHERE p.id = refreshed AND (p.sold_in, p.variant_count, p.search_text)
    IS DISTINCT FROM (kept.sold_in, kept.variant_count, kept.search_text);
END $$;

SELECT refresh_product(id) FROM product;
