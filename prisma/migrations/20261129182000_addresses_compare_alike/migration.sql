-- Email addresses are ASCII and compare without case in the same way in every database: in a Turkish one, lower('I') is
-- not 'i'.
ALTER TABLE "order" ALTER COLUMN "email" TYPE text COLLATE "C";
ALTER TABLE "cart" ALTER COLUMN "email" TYPE text COLLATE "C";
