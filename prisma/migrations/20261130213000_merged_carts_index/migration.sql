-- Deleting a cart looks for carts that were merged into it. Without an index that read all carts, for each deleted one.
CREATE INDEX "cart_merged_into_id_idx" ON "cart" ("merged_into_id") WHERE "merged_into_id" IS NOT NULL;
