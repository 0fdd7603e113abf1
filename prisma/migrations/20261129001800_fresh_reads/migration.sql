-- Placing an order is one statement, and all of a statement sees the database as it was when the statement began. What must be
-- read after its locks are taken is read by these: a volatile function sees everything that was committed when it is called.

-- How many of each of the variants are held for other carts at a time.
CREATE FUNCTION held_for_others(variants uuid[], own_cart uuid, at_time timestamptz)
RETURNS TABLE (variant_id uuid, quantity integer) LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT h.variant_id, sum(h.quantity)::integer FROM stock_hold h
    WHERE h.variant_id = ANY (variants) AND h.expires_at > at_time AND h.cart_id <> own_cart
    GROUP BY h.variant_id;
END $$;

-- Which of the discounts a person has used: the user, whoever gave one of the addresses, and accounts with one of them.
CREATE FUNCTION discounts_used_by(discounts uuid[], person uuid, email_hashes text[], emails text[])
RETURNS TABLE (discount_id uuid) LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
  IF discounts IS NULL THEN RETURN; END IF;
  RETURN QUERY
    SELECT u.discount_id FROM "user" buyer JOIN discount_usage u ON u.user_id = buyer.id
      WHERE (buyer.id = person OR buyer.email = ANY (emails)) AND u.discount_id = ANY (discounts) AND u.released_at IS NULL
    UNION
    SELECT u.discount_id FROM discount_usage u
      WHERE u.email_hash = ANY (email_hashes) AND u.discount_id = ANY (discounts) AND u.released_at IS NULL;
END $$;
