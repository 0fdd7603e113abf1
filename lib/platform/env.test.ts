import { expect, test } from "vitest";
import { parseEnv } from "./env.ts";

const complete = {
  DATABASE_URL: "postgresql://shop:database-password@localhost/shop",
  SMTP_URL: "smtp://localhost:1025",
  BETTER_AUTH_SECRET: "a".repeat(32),
  GUEST_LINK_SECRET: "b".repeat(32),
};

test("unset variables have sensible defaults, and empty counts as unset", () => {
  const env = parseEnv({ ...complete, PORT: "", LOG_LEVEL: "", RATE_LIMITS: "", TRUSTED_PROXIES: "" });
  expect(env).toMatchObject({
    ...complete,
    PORT: 3000,
    STOREFRONT_URL: "http://localhost:3000",
    RATE_LIMITS: "on",
    LOG_LEVEL: "info",
    TRUSTED_PROXIES: [],
    COMMERCETOOLS_PROJECT_KEY: "demo",
  });
});

test("trailing slashes of the storefront's URL are removed", () => {
  expect(parseEnv({ ...complete, STOREFRONT_URL: "https://shop.example//" }).STOREFRONT_URL).toBe(
    "https://shop.example",
  );
});

test("the storefront's URL is an origin, as browsers write it", () => {
  expect(parseEnv({ ...complete, STOREFRONT_URL: "HTTPS://Shop.Example:443/" }).STOREFRONT_URL).toBe(
    "https://shop.example",
  );
});

test.each([
  "https://shop.example/base",
  "https://shop.example?x=1",
  "https://me:secret@shop.example",
  "https://shop.example/#x",
  "https://*.example",
])("%s does not lead to the shop, and the configuration says so before anything starts", (url) => {
  expect(() => parseEnv({ ...complete, STOREFRONT_URL: url })).toThrow(
    "STOREFRONT_URL: must be an address without a path, such as https://shop.example",
  );
});

test("other origins are a list, as browsers write them", () => {
  const list = "https://App.Example:443/ , http://localhost:5173,";
  expect(parseEnv({ ...complete, CORS_ORIGINS: list }).CORS_ORIGINS).toEqual([
    "https://app.example",
    "http://localhost:5173",
  ]);
  expect(parseEnv(complete).CORS_ORIGINS).toEqual([]);
});

test.each(["*", "app.example", "https://app.example/shop", "null", "https://*.example"])(
  "%s is rejected as another origin",
  (origin) => {
    expect(() => parseEnv({ ...complete, CORS_ORIGINS: `https://ok.example, ${origin}` })).toThrow(
      "CORS_ORIGINS: must be addresses without a path, such as https://app.example",
    );
  },
);

test("a STOREFRONT_URL that is not a URL is reported like any other value", () => {
  expect(() => parseEnv({ ...complete, STOREFRONT_URL: "shop.example" })).toThrow(
    /STOREFRONT_URL: must be an http:\/\/ or https:\/\/ address$/,
  );
});

test.each([
  ["shop@x.example", { name: "", address: "shop@x.example" }],
  ["<shop@x.example>", { name: "", address: "shop@x.example" }],
  ["Shop, Inc. <shop@x.example>", { name: "Shop, Inc.", address: "shop@x.example" }],
  ['"Shop, Inc." <shop@x.example>', { name: "Shop, Inc.", address: "shop@x.example" }],
  ["Müller’s <shop@müller.example>", { name: "Müller’s", address: "shop@xn--mller-kva.example" }],
])("%s is a sender", (written, sender) => {
  expect(parseEnv({ ...complete, MAIL_FROM: written }).MAIL_FROM).toEqual(sender);
});

test.each([
  "abc",
  "Shop",
  "Shop <shop>",
  "a@x.example, b@y.example",
  "A <a@x.example> B",
  "A\nBcc: b@y.example <a@x.example>",
])("%j is no sender, and the configuration says so before anything starts", (written) => {
  expect(() => parseEnv({ ...complete, MAIL_FROM: written })).toThrow("MAIL_FROM: must be an address");
});

test("TRUSTED_PROXIES is a list", () => {
  expect(parseEnv({ ...complete, TRUSTED_PROXIES: " 10.0.0.0/8, ,192.0.2.7 " }).TRUSTED_PROXIES).toEqual([
    "10.0.0.0/8",
    "192.0.2.7",
  ]);
});

test.each(["proxy.internal", "10", "10.0.0.0/99", "10.0.0.1:80"])(
  "%s is no trusted proxy, and the configuration says so before anything starts",
  (entry) => {
    expect(() => parseEnv({ ...complete, TRUSTED_PROXIES: `10.0.0.0/8,${entry}` })).toThrow(
      "TRUSTED_PROXIES",
    );
  },
);

test("every invalid variable is named at once, without its value", () => {
  const faulty = {
    ...complete,
    DATABASE_URL: "mysql://shop:database-password@localhost/shop",
    SMTP_URL: "localhost",
    BETTER_AUTH_SECRET: "too-short-a-secret",
    GUEST_LINK_SECRET: undefined,
    STOREFRONT_URL: "javascript:alert(1)",
    PORT: "http",
    RATE_LIMITS: "perhaps",
  };
  const message = (() => {
    try {
      parseEnv(faulty);
      return "";
    } catch (error) {
      return error instanceof Error ? error.message : "";
    }
  })();
  for (const name of [
    "DATABASE_URL",
    "SMTP_URL",
    "BETTER_AUTH_SECRET",
    "GUEST_LINK_SECRET",
    "STOREFRONT_URL",
    "PORT",
    "RATE_LIMITS",
  ]) {
    expect(message).toContain(`${name}: `);
  }
  expect(message).toContain("GUEST_LINK_SECRET: is required");
  for (const value of ["database-password", "too-short-a-secret", "alert(1)", "perhaps"]) {
    expect(message).not.toContain(value);
  }
});

test("one secret does not serve for both, and is not quoted", () => {
  expect(() => parseEnv({ ...complete, GUEST_LINK_SECRET: complete.BETTER_AUTH_SECRET })).toThrow(
    /:\n {2}GUEST_LINK_SECRET: must differ from BETTER_AUTH_SECRET$/,
  );
});

test.each([
  ["DATABASE_URL", "postgresql://shop:p#ssword@localhost/shop"],
  ["DATABASE_URL", "postgresql://shop:p/ssword@localhost/shop"],
  ["SMTP_URL", "smtps://shop:p#ssword@mail.example:465"],
  ["SMTP_URL", "smtp://mail.example:99999"],
  ["SMTP_URL", "smtp://"],
])("%s %s cannot be parsed, and the configuration says what to write instead of quoting it", (name, url) => {
  expect(() => parseEnv({ ...complete, [name]: url })).toThrow(
    /must be an? (postgresql|smtp):.* address, with characters like # and \/ in the password written as %23 and %2F$/,
  );
});

test("a PostgreSQL at a socket has no host", () => {
  const DATABASE_URL = "postgresql:///shop?host=/var/run/postgresql";
  expect(parseEnv({ ...complete, DATABASE_URL }).DATABASE_URL).toBe(DATABASE_URL);
});

test.each([
  ["PORT", "http", "must be a whole number from 0 to 65535"],
  ["PORT", "65536", "must be a whole number from 0 to 65535"],
  ["DATABASE_POOL_SIZE", "1.5", "must be a whole number from 2 to 200"],
  ["UNPAID_ORDER_DAYS", "0", "must be a whole number from 1 to 365"],
  ["RATE_LIMITS", "no", "must be on or off"],
])("%s=%s is rejected in words that say what it may be", (name, value, words) => {
  expect(() => parseEnv({ ...complete, [name]: value })).toThrow(`  ${name}: ${words}`);
});

test("a Stripe key needs the webhook's secret, and neither is quoted", () => {
  const key = "sk_test_1a2b3c";
  expect(() => parseEnv({ ...complete, STRIPE_SECRET_KEY: key })).toThrow(
    /STRIPE_WEBHOOK_SECRET: is required with STRIPE_SECRET_KEY$/,
  );
  expect(() => parseEnv({ ...complete, STRIPE_SECRET_KEY: "pk_test_1a2b3c" })).toThrow(
    /STRIPE_SECRET_KEY: must be a secret or restricted Stripe key, sk_… or rk_…/,
  );
  const both = { STRIPE_SECRET_KEY: key, STRIPE_WEBHOOK_SECRET: "whsec_1a2b3c" };
  expect(parseEnv({ ...complete, ...both })).toMatchObject(both);
  expect(parseEnv(complete)).not.toHaveProperty("STRIPE_SECRET_KEY");
});
