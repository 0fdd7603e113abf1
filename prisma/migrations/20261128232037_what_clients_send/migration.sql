-- CreateEnum
CREATE TYPE "cart_origin" AS ENUM ('customer', 'merchant');

-- AlterTable
ALTER TABLE "cart" ADD COLUMN     "origin" "cart_origin" NOT NULL DEFAULT 'customer',
ADD COLUMN     "purchase_order_number" TEXT;

-- AlterTable
ALTER TABLE "cart_line" ADD COLUMN     "key" TEXT;

-- AlterTable
ALTER TABLE "customer_address" ADD COLUMN     "is_billing" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_default_billing" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_shipping" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "parts" JSONB;

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "origin" "cart_origin" NOT NULL DEFAULT 'customer',
ADD COLUMN     "purchase_order_number" TEXT;

-- AlterTable
ALTER TABLE "order_line" ADD COLUMN     "key" TEXT;

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "customer_number" TEXT,
ADD COLUMN     "key" TEXT,
ADD COLUMN     "profile" JSONB NOT NULL DEFAULT '{}';

-- CreateIndex
CREATE UNIQUE INDEX "user_key_key" ON "user"("key");

-- CreateIndex
CREATE UNIQUE INDEX "user_customer_number_key" ON "user"("customer_number");

-- At most one default address for bills, too.
CREATE UNIQUE INDEX "customer_address_one_billing_default" ON "customer_address" ("user_id") WHERE "is_default_billing";
