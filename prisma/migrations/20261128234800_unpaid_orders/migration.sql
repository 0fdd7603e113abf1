-- The hourly round looks for orders whose money has been awaited too long.
CREATE INDEX "order_unpaid_idx" ON "order" ("placed_at") WHERE "status" = 'pending' AND "payment_status" = 'pending';
