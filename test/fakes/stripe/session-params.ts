import * as z from "zod";
import { mostAmount } from "./currencies.ts";

export const integer = (least: number, most: number) =>
  z
    .string()
    .regex(/^-?\d+$/, "parameter_invalid_integer: Invalid integer")
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be from ${least} to ${most}`);
export const text = (most: number) => z.string().min(1).max(most);
export const currency = z.string().regex(/^[a-z]{3}$/, "must be three lowercase letters");
export const metadata = z
  .record(text(40), z.string().max(500))
  .refine((entries) => Object.keys(entries).length <= 50, "may have up to 50 keys");
export const expand = z.array(text(100)).max(10).optional();
export const amount = integer(0, mostAmount);

// Plain http is allowed, as in Stripe's test mode.
const address = z.url({ protocol: /^https?$/, error: "url_invalid: Not a valid URL" }).max(5000);

const lineItem = z.strictObject({
  quantity: integer(1, 999_999),
  price_data: z.strictObject({
    currency,
    unit_amount: amount,
    product_data: z.strictObject({
      name: text(250),
      description: text(1000).optional(),
      images: z.array(address).max(8).optional(),
    }),
  }),
});

const shippingOption = z.strictObject({
  shipping_rate_data: z.strictObject({
    display_name: text(100),
    type: z.literal("fixed_amount"),
    fixed_amount: z.strictObject({ amount, currency }),
  }),
});

const locales =
  "auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hi-IN hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW".split(
    " ",
  );

/** The parameters of POST /v1/checkout/sessions that the fake supports; Stripe has more. */
export const sessionParams = z.strictObject({
  mode: z.literal("payment"),
  ui_mode: z.literal("hosted_page").default("hosted_page"),
  submit_type: z.enum(["auto", "book", "donate", "pay"]).optional(),
  success_url: address,
  cancel_url: address.optional(),
  client_reference_id: text(200).optional(),
  customer_email: z.email("email_invalid: Invalid email address").max(512).optional(),
  expires_at: integer(0, 99_999_999_999).optional(),
  locale: z.enum(locales).optional(),
  line_items: z.array(lineItem).min(1).max(100),
  discounts: z
    .array(z.strictObject({ coupon: text(200) }))
    .max(1)
    .optional(),
  shipping_options: z.array(shippingOption).max(5).optional(),
  metadata: metadata.optional(),
  payment_intent_data: z
    .strictObject({
      capture_method: z.enum(["automatic", "manual"]).optional(),
      metadata: metadata.optional(),
      description: text(1000).optional(),
    })
    .optional(),
  excluded_payment_method_types: z.array(text(50)).max(60).optional(),
  adaptive_pricing: z
    .strictObject({ enabled: z.enum(["true", "false"]).transform((value) => value === "true") })
    .optional(),
  expand,
});

export type SessionParams = z.output<typeof sessionParams>;

const list = {
  limit: integer(1, 100).default(10),
  starting_after: text(200).optional(),
  ending_before: text(200).optional(),
  expand,
};
const moment = integer(0, 99_999_999_999).optional();

export const sessionListParams = z.strictObject({
  payment_intent: text(200).optional(),
  created: z.strictObject({ gte: moment, gt: moment, lte: moment, lt: moment }).partial().optional(),
  ...list,
});

/** For refunds and disputes. */
export const intentListParams = z.strictObject({ payment_intent: text(200).optional(), ...list });
