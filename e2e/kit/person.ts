import { type BrowserContext, expect, type Page } from "@playwright/test";
import type * as z from "zod";
import { en, type Words } from "../words/en.ts";
import { demoCard, type Payments } from "./payments.ts";

/** The cookie by which the shop's pages know the cart that the store API calls x-cart-token. */
const cartCookie = "cart-token";

/** Somebody at the shop: a browser, an e-mail address that nobody else has, the language that the pages speak, and the way to pay. */
export type Person = {
  page: Page;
  email: string;
  password: string;
  words: Words;
  payments: Payments;
  /**
   * Calls an address of the shop as this browser would, with its session and its cart. The body of the answer; any
   * other status than a success fails the test.
   */
  call<T>(schema: z.ZodType<T>, method: string, path: string, data?: unknown): Promise<T>;
};

type Options = { shop: string; email?: string; words?: Words; payments?: Payments };

/** A new shopper with this e-mail address, in the browser of `page`. */
export function personAt(
  page: Page,
  { shop, email = freshAddress(), words = en, payments = demoCard }: Options,
): Person {
  const call = callerOf(page.context(), shop);
  return { page, email, password: "a few words in a row", words, payments, call };
}

/** An address that nobody else uses. */
export function freshAddress(): string {
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
