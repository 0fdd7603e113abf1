-- An order has the anonymousId of its cart, also if an account placed it. Until now, its absence told accounts' orders
-- from guests'.
ALTER TABLE "order" ADD COLUMN "by_account" BOOLEAN NOT NULL DEFAULT false;
UPDATE "order" SET "by_account" = true WHERE "anonymous_id" IS NULL;
UPDATE "order" SET "anonymous_id" = "cart"."anonymous_id"
FROM "cart"
WHERE "cart"."id" = "order"."cart_id" AND "order"."by_account" AND "cart"."anonymous_id" IS NOT NULL;
