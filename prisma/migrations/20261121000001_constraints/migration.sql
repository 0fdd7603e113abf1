-- What Prisma's schema language cannot say.

-- Quantities and money.
ALTER TABLE "stock" ADD CONSTRAINT "stock_quantity_check" CHECK ("quantity" >= 0);
ALTER TABLE "stock_hold" ADD CONSTRAINT "stock_hold_quantity_check" CHECK ("quantity" > 0);
ALTER TABLE "price" ADD CONSTRAINT "price_amount_check" CHECK ("amount" >= 0 AND ("was_amount" IS NULL OR "was_amount" > "amount"));
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_check" CHECK ("quantity" BETWEEN 1 AND 999 AND "unit_price" >= 0);
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_check"
  CHECK ("quantity" > 0 AND "unit_price" >= 0 AND "line_total" = "unit_price" * "quantity"
    AND "discount" BETWEEN 0 AND "line_total" AND "tax" >= 0);
ALTER TABLE "order" ADD CONSTRAINT "order_money_check"
  CHECK ("subtotal" >= 0 AND "shipping" >= 0 AND "tax" >= 0 AND "total" >= 0 AND "discount" >= 0
    AND "total" = "subtotal" - "discount" + "shipping" + CASE WHEN "tax_included" THEN 0 ELSE "tax" END);
ALTER TABLE "payment" ADD CONSTRAINT "payment_amount_check" CHECK ("amount" >= 0);
ALTER TABLE "reward_entry" ADD CONSTRAINT "reward_entry_points_check" CHECK ("points" >= 0);

-- Discounts.
ALTER TABLE "discount" ADD CONSTRAINT "discount_check"
  CHECK ("value" >= 0 AND "minimum_spend" >= 0 AND "code" = upper("code")
    AND ("kind" <> 'percentage' OR "value" BETWEEN 1 AND 100)
    AND "used_count" >= 0 AND ("usage_limit" IS NULL OR "used_count" <= "usage_limit"));
ALTER TABLE "discount_usage" ADD CONSTRAINT "discount_usage_amount_check" CHECK ("amount" >= 0);
-- Once per customer means once per user and once per contact address, until the order is cancelled.
CREATE UNIQUE INDEX "discount_usage_once_per_user" ON "discount_usage" ("discount_id", "user_id")
  WHERE "once_per_customer" AND "released_at" IS NULL;
CREATE UNIQUE INDEX "discount_usage_once_per_email" ON "discount_usage" ("discount_id", "email_hash")
  WHERE "once_per_customer" AND "released_at" IS NULL;

-- One price for one currency and country; a null country counts as one.
CREATE UNIQUE INDEX "price_variant_currency_country_key" ON "price" ("variant_id", "currency", coalesce("country", ''));

-- At most one default address.
CREATE UNIQUE INDEX "customer_address_one_default" ON "customer_address" ("user_id") WHERE "is_default";

-- A guest looks an order up by number and address, ignoring case.
CREATE INDEX "order_email_idx" ON "order" (lower("email"));

-- Codes of money and places.
ALTER TABLE "cart" ADD CONSTRAINT "cart_codes_check" CHECK ("currency" ~ '^[A-Z]{3}$' AND "country" ~ '^[A-Z]{2}$' AND "expires_after_days" >= 1);
ALTER TABLE "order" ADD CONSTRAINT "order_codes_check" CHECK ("currency" ~ '^[A-Z]{3}$' AND "country" ~ '^[A-Z]{2}$');
