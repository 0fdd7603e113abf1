-- The history of an order stores how much money moved instead of a text, which was in one language.
ALTER TABLE "order_event" ADD COLUMN "amount" BIGINT;

-- The texts had all the decimals of their currency: "$78.44" is 7844.
UPDATE "order_event" SET "amount" = regexp_replace(translate("note", '٠١٢٣٤٥٦٧٨٩', '0123456789'), '[^0-9]', '', 'g')::bigint
WHERE "type" IN ('order.refunded', 'order.refund_failed') AND translate("note", '٠١٢٣٤٥٦٧٨٩', '0123456789') ~ '[0-9]';

ALTER TABLE "order_event" DROP COLUMN "note";
