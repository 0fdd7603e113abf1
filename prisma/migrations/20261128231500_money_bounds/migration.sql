-- AlterTable
ALTER TABLE "cart_line" ALTER COLUMN "unit_price" SET DATA TYPE BIGINT;

-- AlterTable
ALTER TABLE "discount" ALTER COLUMN "value" SET DATA TYPE BIGINT,
ALTER COLUMN "minimum_spend" SET DATA TYPE BIGINT;

-- AlterTable
ALTER TABLE "discount_usage" ALTER COLUMN "amount" SET DATA TYPE BIGINT;

-- AlterTable
ALTER TABLE "order" ALTER COLUMN "subtotal" SET DATA TYPE BIGINT,
ALTER COLUMN "discount" SET DATA TYPE BIGINT,
ALTER COLUMN "shipping" SET DATA TYPE BIGINT,
ALTER COLUMN "tax" SET DATA TYPE BIGINT,
ALTER COLUMN "total" SET DATA TYPE BIGINT;

-- AlterTable
ALTER TABLE "order_line" ALTER COLUMN "unit_price" SET DATA TYPE BIGINT,
ALTER COLUMN "line_total" SET DATA TYPE BIGINT,
ALTER COLUMN "discount" SET DATA TYPE BIGINT,
ALTER COLUMN "tax" SET DATA TYPE BIGINT;

-- AlterTable
ALTER TABLE "payment" ALTER COLUMN "amount" SET DATA TYPE BIGINT;

-- AlterTable
ALTER TABLE "price" ALTER COLUMN "amount" SET DATA TYPE BIGINT,
ALTER COLUMN "was_amount" SET DATA TYPE BIGINT;

-- AlterTable
ALTER TABLE "reward_entry" ALTER COLUMN "points" SET DATA TYPE BIGINT;

-- The most that one thing may cost: maxPrice in lib/money.ts. With it no cart leaves the integers that are counted exactly.
ALTER TABLE "price" ADD CONSTRAINT "price_amount_bound" CHECK ("amount" <= 10000000000 AND ("was_amount" IS NULL OR "was_amount" <= 10000000000));
ALTER TABLE "discount" ADD CONSTRAINT "discount_value_bound" CHECK ("value" <= 10000000000);
ALTER TABLE "shipping_method" ADD CONSTRAINT "shipping_method_prices_check"
  CHECK (NOT jsonb_path_exists("prices", '$.* ? (@.type() != "number" || @ < 0 || @ > 10000000000 || @.floor() != @)'));

-- Prices are in a currency of ISO 4217 that has a minor unit (lib/currencies.ts).
CREATE FUNCTION "is_currency"("code" text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT "code" = ANY (string_to_array('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG BHD IQD JOD KWD LYD OMR TND CLF UYW', ' '))
$$;
ALTER TABLE "price" ADD CONSTRAINT "price_currency_check" CHECK ("is_currency"("currency"));
ALTER TABLE "discount" ADD CONSTRAINT "discount_currency_check" CHECK ("currency" IS NULL OR "is_currency"("currency"));
ALTER TABLE "cart" ADD CONSTRAINT "cart_currency_check" CHECK ("is_currency"("currency"));
