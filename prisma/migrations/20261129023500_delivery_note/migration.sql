-- AlterTable
ALTER TABLE "cart" ADD COLUMN "delivery_note" TEXT;

-- AlterTable
ALTER TABLE "order" ADD COLUMN "delivery_note" TEXT;

-- What clients of the commercetools dialect have said in additionalAddressInfo is the note.
UPDATE "cart" SET "delivery_note" = "shipping_address" #>> '{parts,additionalAddressInfo}',
  "shipping_address" = "shipping_address" #- '{parts,additionalAddressInfo}'
WHERE "shipping_address" #>> '{parts,additionalAddressInfo}' IS NOT NULL;
UPDATE "order" SET "delivery_note" = "shipping_address" #>> '{parts,additionalAddressInfo}',
  "shipping_address" = "shipping_address" #- '{parts,additionalAddressInfo}'
WHERE "shipping_address" #>> '{parts,additionalAddressInfo}' IS NOT NULL;
