-- AlterTable
ALTER TABLE "cart" ADD COLUMN     "shown" JSONB;
