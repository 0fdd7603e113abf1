-- A search can be sorted by price, and orders by time, without reading all of them.

-- A product's lowest and highest price in a market: "USD" without a country, "USD:CA" where the product has prices of
-- that country's own, and "" over all its prices.
CREATE TABLE "product_price" (
    "product_id" UUID NOT NULL,
    "market" TEXT NOT NULL,
    "lowest" BIGINT NOT NULL,
    "highest" BIGINT NOT NULL,

    CONSTRAINT "product_price_pkey" PRIMARY KEY ("product_id", "market")
);
ALTER TABLE "product_price" ADD CONSTRAINT "product_price_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "product_price_market_lowest_product_id_idx" ON "product_price"("market", "lowest", "product_id");
CREATE INDEX "product_price_market_highest_product_id_idx" ON "product_price"("market", "highest" DESC, "product_id");

-- Brings the rows of one product up to date. The lock makes concurrent changes of its prices see each other.
CREATE FUNCTION refresh_product_price(refreshed uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM product WHERE id = refreshed FOR NO KEY UPDATE;
  DELETE FROM product_price WHERE product_id = refreshed;
  INSERT INTO product_price (product_id, market, lowest, highest)
  SELECT p.id, '', min(r.amount), max(r.amount)
  FROM product p JOIN product_variant v ON v.product_id = p.id JOIN price r ON r.variant_id = v.id
  WHERE p.id = refreshed GROUP BY p.id
  UNION ALL
  SELECT p.id, m.market, min(chosen.amount), max(chosen.amount)
  FROM product p
  CROSS JOIN LATERAL (
    SELECT DISTINCT r.currency, r.country, r.currency::text || coalesce(':' || r.country::text, '') AS market
    FROM product_variant v JOIN price r ON r.variant_id = v.id WHERE v.product_id = p.id
  ) m
  JOIN product_variant v ON v.product_id = p.id
  -- A price for the country wins over one for all countries.
  CROSS JOIN LATERAL (
    SELECT r.amount FROM price r
    WHERE r.variant_id = v.id AND r.currency = m.currency AND (r.country IS NULL OR r.country = m.country)
    ORDER BY r.country NULLS LAST LIMIT 1
  ) chosen
  WHERE p.id = refreshed GROUP BY p.id, m.market;
END $$;

CREATE FUNCTION price_amount_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_product_price(v.product_id) FROM product_variant v
    WHERE v.id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.variant_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.variant_id END);
  RETURN NULL;
END $$;
CREATE TRIGGER price_amount_changed AFTER INSERT OR DELETE OR UPDATE OF variant_id, currency, country, amount ON price
  FOR EACH ROW EXECUTE FUNCTION price_amount_changed();

CREATE FUNCTION variant_price_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM refresh_product_price(p.id) FROM product p WHERE p.id = OLD.product_id; END IF;
  IF TG_OP = 'UPDATE' THEN PERFORM refresh_product_price(NEW.product_id); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER variant_price_moved AFTER DELETE OR UPDATE OF product_id ON product_variant
  FOR EACH ROW EXECUTE FUNCTION variant_price_moved();

SELECT refresh_product_price(id) FROM product;

-- What the commercetools dialect sorts orders by, and finds them by.
CREATE INDEX "order_placed_at_id_idx" ON "order"("placed_at", "id");
CREATE INDEX "order_updated_at_id_idx" ON "order"("updated_at", "id");
CREATE INDEX "order_exact_email_idx" ON "order"("email");
