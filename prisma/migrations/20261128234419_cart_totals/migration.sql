-- AlterTable
ALTER TABLE "cart" ADD COLUMN     "total_price" BIGINT NOT NULL DEFAULT 0;

-- As near as the database can tell; the next change of a cart says it to the cent.
UPDATE "cart" c SET "total_price" = (
  SELECT coalesce(sum(l."unit_price" * l."quantity"), 0) FROM "cart_line" l WHERE l."cart_id" = c."id"
);
