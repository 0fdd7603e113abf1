-- AlterTable
ALTER TABLE "user" ADD COLUMN     "owner_proven_at" TIMESTAMPTZ(3);

-- Until now a confirmed address was all that was known of an account's owner.
update "user" set owner_proven_at = now() where email_verified;
