-- Late pages of projections, which are sorted by id, are skipped in an index.
CREATE INDEX "product_published_id_variant_count_idx" ON "product"("published", "id", "variant_count");
