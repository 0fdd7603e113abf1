-- AlterTable
ALTER TABLE "cart_coupon" ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0;
