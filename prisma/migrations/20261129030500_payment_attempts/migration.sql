-- A payment is an attempt: on record before the provider hears of it, open until it ends, and followed until nothing is left to do.
CREATE TYPE "attempt_state" AS ENUM
  ('awaited', 'started', 'redirected', 'declined', 'expired', 'authorized', 'released', 'captured', 'refunded', 'disputed');

ALTER TABLE "cart" ADD COLUMN "paying_id" UUID;

ALTER TABLE "payment"
  ADD COLUMN "cart_version" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "state" "attempt_state",
  ADD COLUMN "capture" TEXT NOT NULL DEFAULT 'on-placement',
  ADD COLUMN "captured" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "refunded" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "redirect_url" TEXT,
  ADD COLUMN "reason" TEXT,
  ADD COLUMN "agreed" JSONB,
  ADD COLUMN "goes_back" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "told_at" TIMESTAMPTZ(3),
  ADD COLUMN "expires_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "due_at" TIMESTAMPTZ(3),
  ADD COLUMN "looks" INTEGER NOT NULL DEFAULT 0;

-- Earlier payments: the providers have other names by now, and what a status said of the money is said in amounts.
UPDATE "payment" SET
  "state" = CASE "status" WHEN 'pending' THEN 'awaited' WHEN 'paid' THEN 'captured' WHEN 'voided' THEN 'released'
    ELSE "status"::text END::"attempt_state",
  "captured" = CASE WHEN "status" IN ('paid', 'refunded') THEN "amount" ELSE 0 END,
  "refunded" = CASE WHEN "status" = 'refunded' THEN "amount" ELSE 0 END,
  "provider" = CASE "provider" WHEN 'test' THEN 'demo-card' WHEN 'manual' THEN 'bank-transfer' WHEN 'cod' THEN 'cash-on-delivery'
    ELSE "provider" END,
  "method" = coalesce("method", '');
-- What providers still hold of cancelled orders.
UPDATE "payment" p SET "due_at" = CURRENT_TIMESTAMP FROM "order" o
  WHERE o."id" = p."order_id" AND o."status" = 'cancelled' AND p."reference" IS NOT NULL AND p."state" IN ('authorized', 'captured');

ALTER TABLE "payment"
  ALTER COLUMN "state" SET NOT NULL,
  ALTER COLUMN "method" SET NOT NULL,
  DROP COLUMN "status",
  ADD CONSTRAINT "payment_capture_check" CHECK ("capture" IN ('on-placement', 'on-shipping')),
  ADD CONSTRAINT "payment_money_check" CHECK ("refunded" >= 0 AND "captured" >= "refunded");

-- The second of two attempts that are open at once finds the first.
CREATE UNIQUE INDEX "payment_open_key" ON "payment" ("cart_id") WHERE "state" IN ('started', 'redirected');
CREATE INDEX "payment_due_idx" ON "payment" ("due_at") WHERE "due_at" IS NOT NULL;
CREATE INDEX "payment_untold_idx" ON "payment" ("updated_at") WHERE "goes_back" AND "told_at" IS NULL;
CREATE INDEX "payment_provider_reference_idx" ON "payment" ("provider", "reference");

CREATE TABLE "refund" (
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "refund_amount_check" CHECK ("amount" > 0)
);
CREATE INDEX "refund_payment_id_idx" ON "refund" ("payment_id");
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment" ("id")
  ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "webhook_event" (
    "provider" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("provider", "event_id")
);
CREATE INDEX "webhook_event_received_at_idx" ON "webhook_event" ("received_at");
