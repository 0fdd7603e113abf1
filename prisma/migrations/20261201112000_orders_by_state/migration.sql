-- Programs ask for orders in a state that few have, such as those to be shipped.
CREATE INDEX "order_status_idx" ON "order"("status");
CREATE INDEX "order_payment_status_idx" ON "order"("payment_status");
CREATE INDEX "order_shipment_state_idx" ON "order"("shipment_state");
