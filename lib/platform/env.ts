import * as z from "zod";
import { rangeOf } from "#lib/platform/address-ranges.ts";
import { emailAddress } from "#lib/platform/email-address.ts";
import { line } from "#lib/platform/text.ts";
import { isTimeZone } from "#lib/platform/time-zones.ts";

const httpUrl = z.url({ protocol: /^https?$/, error: "must be an http:// or https:// address" });
const secret = z.string().min(32, "must hold at least 32 characters");
const list = z
  .string()
  .default("")
  .transform((entries) =>
    entries
      .split(",")
      .map((entry) => entry.trim())
      .filter(Boolean),
  );

const wholeNumber = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce
    .number({ error })
    .refine((value) => Number.isInteger(value) && value >= min && value <= max, { error });
};
/** Parsed here, because the errors of pg and nodemailer quote the address with its password. */
const serverUrl = (start: RegExp, scheme: string) =>
  z.string().refine((value) => start.test(value) && URL.canParse(value), {
    error: `must be ${scheme} address, with characters like # and / in the password written as %23 and %2F`,
  });

const fields = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: wholeNumber(0, 65535).default(3000),
  STOREFRONT_URL: httpUrl
    .refine(isOrigin, "must be an address without a path, such as https://shop.example")
    .default("http://localhost:3000")
    .transform((value) => new URL(value).origin),
  /** Other origins whose pages may call the store API and /auth, with the visitor's cookies. */
  CORS_ORIGINS: list
    .refine(
      (entries) => entries.every((entry) => httpUrl.safeParse(entry).success && isOrigin(entry)),
      "must be addresses without a path, such as https://app.example",
    )
    .transform((entries) => entries.map((entry) => new URL(entry).origin)),
  DATABASE_URL: serverUrl(/^postgres(ql)?:\/\//, "a postgresql://"),
  DATABASE_POOL_SIZE: wholeNumber(2, 200).default(10),
  SMTP_URL: serverUrl(/^smtps?:\/\/[^/?#]/, "an smtp:// or smtps://"),
  MAIL_FROM: z.string().default("Saltmarsh <shop@saltmarsh.example>").transform(readSender),
  BETTER_AUTH_SECRET: secret,
  GUEST_LINK_SECRET: secret,
  /** Offers payment by Stripe if set. */
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\w+$/, "must be a secret or restricted Stripe key, sk_… or rk_…")
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\w+$/, "must be the signing secret of a Stripe webhook endpoint, whsec_…")
    .optional(),
  STRIPE_API_URL: httpUrl.optional(),
  COMMERCETOOLS_PROJECT_KEY: z
    .string()
    .regex(/^[a-z0-9_-]{2,36}$/, "must be 2 to 36 of the characters a-z, 0-9, _ and -")
    .default("demo"),
  TRUSTED_PROXIES: list.refine(
    (entries) => entries.every(rangeOf),
    "must be addresses or ranges, such as 10.0.0.0/8",
  ),
  SHOP_TIME_ZONE: z
    .string()
    .refine(isTimeZone, "must be an IANA time zone, such as Europe/Berlin")
    .default("UTC"),
  UNPAID_ORDER_DAYS: wholeNumber(1, 365).default(7),
  /** Offers a demo card that moves no money. */
  DEMO: z.enum(["on", "off"]).default("off"),
  /** When authorized payments are captured: when the order is placed, or when its first parcel ships. */
  CAPTURE: z.enum(["on-placement", "on-shipping"]).default("on-placement"),
  RATE_LIMITS: z.enum(["on", "off"]).default("on"),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
});

const schema = fields
  .refine(
    ({ STRIPE_SECRET_KEY: key, STRIPE_WEBHOOK_SECRET: webhook }) =>
      (key === undefined) === (webhook === undefined),
    { path: ["STRIPE_WEBHOOK_SECRET"], message: "is required with STRIPE_SECRET_KEY" },
  )
  .refine((given) => given.GUEST_LINK_SECRET !== given.BETTER_AUTH_SECRET, {
    path: ["GUEST_LINK_SECRET"],
    message: "must differ from BETTER_AUTH_SECRET",
  });

export type Env = z.output<typeof schema>;

/** The shop's pages lead to addresses at the root of its host. better-auth would read "*" as any name. */
function isOrigin(value: string): boolean {
  // Something that is no URL has been reported already.
  if (!URL.canParse(value)) return true;
  const { pathname, search, hash, username, password } = new URL(value);
  return /^\/*$/.test(pathname) && !value.includes("*") && `${search}${hash}${username}${password}` === "";
}

/** An address, or a name followed by the address in angle brackets. The name may be quoted. */
function readSender(value: string, ctx: z.RefinementCtx): { name: string; address: string } {
  const [, named = "", bracketed] = value.match(/^([^<>]*)<([^<>]*)>\s*$/) ?? [];
  const { data: address } = emailAddress.safeParse(bracketed ?? value);
  const { data: name } = line(200, 0).safeParse(named.trim().replace(/^"(.*)"$/, "$1"));
  if (address !== undefined && name !== undefined) return { name, address };
  ctx.addIssue({ code: "custom", message: "must be an address, such as Saltmarsh <shop@saltmarsh.example>" });
  return z.NEVER;
}

/**
 * Reads the configuration from `source`.
 * @throws Error naming every variable that is missing or malformed, without its value
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given, {
    error: (issue) => {
      if (issue.code === "invalid_value") return `must be ${issue.values.join(" or ")}`;
      return issue.code === "invalid_type" && issue.input === undefined ? "is required" : undefined;
    },
  });
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The configuration is not valid (see .env.example):\n${faults.join("\n")}`);
}

/** The configuration of this process. Nothing else reads process.env. */
export const env: Env = parseEnv(process.env);
