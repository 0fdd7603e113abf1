-- A refund may be under way for days, and may fail after it was reported as done.
CREATE TYPE "refund_state" AS ENUM ('asked', 'pending', 'done', 'failed');

ALTER TABLE "refund"
  ADD COLUMN "state" "refund_state" NOT NULL DEFAULT 'asked',
  ADD COLUMN "reference" TEXT;
UPDATE "refund" SET "state" = 'done' WHERE "done_at" IS NOT NULL;
ALTER TABLE "refund" DROP COLUMN "done_at";
-- The provider's own refunds, made by hand for example, are rows too: one each.
CREATE UNIQUE INDEX "refund_payment_id_reference_key" ON "refund" ("payment_id", "reference");
DROP INDEX "refund_payment_id_idx";
CREATE INDEX "refund_failed_idx" ON "refund" ("payment_id") WHERE "state" = 'failed';

ALTER TABLE "payment"
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "disputes" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "wanted" TEXT,
  ADD COLUMN "buyer" JSONB,
  ADD CONSTRAINT "payment_wanted_check" CHECK ("wanted" IN ('capture', 'release'));

-- What was returned stays on the books when its cart is deleted.
ALTER TABLE "payment" ALTER COLUMN "cart_id" DROP NOT NULL;
ALTER TABLE "payment" DROP CONSTRAINT "payment_cart_id_fkey";
ALTER TABLE "payment" ADD CONSTRAINT "payment_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "cart" ("id")
  ON DELETE SET NULL ON UPDATE CASCADE;

-- Whoever is still to be told.
UPDATE "payment" p SET "buyer" = jsonb_build_object(
    'name', coalesce(c."contact_name", case when not u."is_anonymous" then u."name" end),
    'address', coalesce(c."email", case when not u."is_anonymous" then u."email" end),
    'locale', c."locale", 'isGuest', coalesce(u."is_anonymous", true))
  FROM "cart" c LEFT JOIN "user" u ON u."id" = c."user_id"
  WHERE c."id" = p."cart_id" AND p."order_id" IS NULL AND p."told_at" IS NULL
    AND (p."goes_back" OR p."due_at" IS NOT NULL) AND coalesce(c."email", case when not u."is_anonymous" then u."email" end) IS NOT NULL;
