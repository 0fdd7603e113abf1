-- Lists and searches of the catalogue read an index and a page. What they need of prices, variants and categories
-- is kept with each product, by triggers: catalogues are also filled by SQL and by imports.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

ALTER TABLE "product"
  ADD COLUMN "sold_in" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "variant_count" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '';

-- Brings the kept columns of one product up to date.
CREATE FUNCTION refresh_product(refreshed uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE product p SET sold_in = kept.sold_in, variant_count = kept.variant_count, search_text = kept.search_text
  FROM (
    SELECT
      ARRAY(SELECT DISTINCT r.currency::text || coalesce(':' || r.country::text, '') FROM product_variant v
        JOIN price r ON r.variant_id = v.id WHERE v.product_id = refreshed ORDER BY 1) AS sold_in,
      (SELECT count(*)::int FROM product_variant v WHERE v.product_id = refreshed) AS variant_count,
      -- Words stand between blanks, so that the index finds where one begins.
      ' ' || regexp_replace(concat_ws(' ', q.name, q.description, c.name,
        (SELECT string_agg(concat_ws(' ', v.sku, v.title), ' ' ORDER BY v.number)
          FROM product_variant v WHERE v.product_id = refreshed)), '\s+', ' ', 'g') AS search_text
    FROM product q JOIN category c ON c.id = q.category_id WHERE q.id = refreshed
  ) kept
  WHERE p.id = refreshed AND (p.sold_in, p.variant_count, p.search_text)
    IS DISTINCT FROM (kept.sold_in, kept.variant_count, kept.search_text);
END $$;

CREATE FUNCTION product_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_product(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER product_changed AFTER INSERT OR UPDATE OF name, description, category_id ON product
  FOR EACH ROW EXECUTE FUNCTION product_changed();

CREATE FUNCTION product_variant_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM refresh_product(OLD.product_id); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM refresh_product(NEW.product_id); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER product_variant_changed AFTER INSERT OR UPDATE OR DELETE ON product_variant
  FOR EACH ROW EXECUTE FUNCTION product_variant_changed();

CREATE FUNCTION price_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_product(v.product_id) FROM product_variant v
    WHERE v.id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.variant_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.variant_id END);
  RETURN NULL;
END $$;
CREATE TRIGGER price_changed AFTER INSERT OR DELETE OR UPDATE OF variant_id, currency, country ON price
  FOR EACH ROW EXECUTE FUNCTION price_changed();

CREATE FUNCTION category_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_product(p.id) FROM product p WHERE p.category_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER category_changed AFTER UPDATE OF name ON category
  FOR EACH ROW EXECUTE FUNCTION category_changed();

SELECT refresh_product(id) FROM product;

DROP INDEX "product_category_id_position_idx";
DROP INDEX "product_published_position_idx";
CREATE INDEX "product_category_list_idx" ON "product" ("category_id", "published", "position", "id", "sold_in", "variant_count");
CREATE INDEX "product_list_idx" ON "product" ("published", "position", "id", "sold_in", "variant_count");
-- What the commercetools dialect sorts by. Texts are ordered by their bytes there.
CREATE INDEX "product_created_at_id_idx" ON "product" ("created_at", "id");
CREATE INDEX "product_updated_at_id_idx" ON "product" ("updated_at", "id");
CREATE INDEX "product_name_id_idx" ON "product" ("name" COLLATE "C", "id");
CREATE INDEX "product_search_text_idx" ON "product" USING GIN ("search_text" gin_trgm_ops);
