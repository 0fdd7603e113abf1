-- AlterTable
ALTER TABLE "cart" ADD COLUMN     "begun_for" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "cart_begun_for_key" ON "cart"("begun_for");
