-- What the commercetools dialect sorts carts, payments and accounts by, and finds changed ones by.
CREATE INDEX "cart_created_at_id_idx" ON "cart"("created_at", "id");
CREATE INDEX "cart_updated_at_id_idx" ON "cart"("updated_at", "id");
CREATE INDEX "payment_created_at_id_idx" ON "payment"("created_at", "id");
CREATE INDEX "payment_updated_at_id_idx" ON "payment"("updated_at", "id");
CREATE INDEX "user_changed_account_idx" ON "user"("updated_at", "id") WHERE NOT "is_anonymous";

-- The worker looks for failed refunds every minute.
CREATE INDEX "refund_state_idx" ON "refund"("state");
