-- A use of a coupon is held, like stock, while its cart is being paid for.
CREATE TABLE "coupon_hold" (
    "cart_id" UUID NOT NULL,
    "discount_id" UUID NOT NULL,
    "email_hashes" TEXT[] NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "coupon_hold_pkey" PRIMARY KEY ("cart_id", "discount_id")
);
CREATE INDEX "coupon_hold_discount_id_expires_at_idx" ON "coupon_hold" ("discount_id", "expires_at");
CREATE INDEX "coupon_hold_expires_at_idx" ON "coupon_hold" ("expires_at");
ALTER TABLE "coupon_hold" ADD CONSTRAINT "coupon_hold_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "cart" ("id")
  ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "coupon_hold" ADD CONSTRAINT "coupon_hold_discount_id_fkey" FOREIGN KEY ("discount_id") REFERENCES "discount" ("id")
  ON DELETE CASCADE ON UPDATE CASCADE;

-- How many uses of each of the discounts are held for other carts at a time, and whether one of them is the same person's.
-- Volatile, so that it sees what was committed before the discounts were locked: see held_for_others.
CREATE FUNCTION coupons_held_for_others(discounts uuid[], own_cart uuid, at_time timestamptz, person uuid, hashes text[])
RETURNS TABLE (discount_id uuid, uses integer, is_own boolean) LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT h.discount_id, count(*)::integer, bool_or(c.user_id IS NOT DISTINCT FROM person OR h.email_hashes && hashes)
    FROM coupon_hold h JOIN cart c ON c.id = h.cart_id
    WHERE h.discount_id = ANY (discounts) AND h.expires_at > at_time AND h.cart_id <> own_cart
    GROUP BY h.discount_id;
END $$;
