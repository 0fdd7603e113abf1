-- AlterTable
ALTER TABLE "oauth_token" ADD COLUMN "session_id" UUID;
