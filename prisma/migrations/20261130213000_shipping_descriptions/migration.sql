-- AlterTable
ALTER TABLE "shipping_method" ADD COLUMN "descriptions" JSONB NOT NULL DEFAULT '{}';
