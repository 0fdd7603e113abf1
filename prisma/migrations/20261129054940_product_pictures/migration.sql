-- AlterTable
ALTER TABLE "product" ADD COLUMN "pictures" JSONB NOT NULL DEFAULT '[]';
