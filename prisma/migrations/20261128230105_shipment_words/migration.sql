-- CreateEnum
CREATE TYPE "shipment_state" AS ENUM ('pending', 'ready', 'delayed', 'backorder', 'canceled', 'partial', 'shipped', 'delivered');

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "shipment_state" "shipment_state" NOT NULL DEFAULT 'pending';

UPDATE "order" SET "shipment_state" = (CASE "fulfillment_status"
  WHEN 'partially_fulfilled' THEN 'partial' WHEN 'fulfilled' THEN 'shipped' WHEN 'delivered' THEN 'delivered'
  ELSE 'pending' END)::"shipment_state";

-- The number that an order goes by: the merchant's, or else the shop's.
CREATE INDEX "order_number_idx" ON "order" (coalesce("merchant_number", "order_number"));
