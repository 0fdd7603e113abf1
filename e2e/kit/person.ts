import { type BrowserContext, expect, type Page } from "@playwright/test";
import type * as z from "zod";
import { en, type Words } from "../words/en.ts";
import { demoCard, type Payments } from "./payments.ts";

/** The cookie that contains the cart's token, which the store API reads from x-cart-token. */
const cartCookie = "cart-token";

/** A person: a browser, a unique email address, the language of the pages, and the payment provider. */
export type Person = {
  page: Page;
  email: string;
  password: string;
  words: Words;
  payments: Payments;
  /**
   * Calls a path of the shop as this browser would, with its session and cart. Returns the body; fails the test unless
   * the status is a success.
   */
  call<T>(schema: z.ZodType<T>, method: string, path: string, data?: unknown): Promise<T>;
};

type Options = { shop: string; email?: string; words?: Words; payments?: Payments };

/** A new shopper with this email address, in the browser of `page`. */
export function personAt(
  page: Page,
  { shop, email = freshAddress(), words = en, payments = demoCard }: Options,
): Person {
  const call = callerOf(page.context(), shop);
  return { page, email, password: "a few words in a row", words, payments, call };
}

/** A unique address. */
function freshAddress(): string {
  return `guest-${crypto.randomUUID()}@mail.example`;
}

function callerOf(context: BrowserContext, shop: string): Person["call"] {
  return async (schema, method, path, data) => {
    const cart = (await context.cookies(shop)).find(({ name }) => name === cartCookie)?.value;
    const response = await context.request.fetch(`${shop}${path}`, {
      method,
      data,
      headers: { origin: shop, ...(cart && { "x-cart-token": cart }) },
    });
    const text = await response.text();
    expect(response.ok(), `${method} ${path}: ${response.status()} ${text}`).toBe(true);
    const token = response.headers()["x-cart-token"];
    if (token) await context.addCookies([{ name: cartCookie, value: token, url: shop, httpOnly: true }]);
    return schema.parse(JSON.parse(text));
  };
}
