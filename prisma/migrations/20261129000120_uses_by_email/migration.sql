-- CreateIndex
CREATE INDEX "discount_usage_email_hash_idx" ON "discount_usage"("email_hash");
