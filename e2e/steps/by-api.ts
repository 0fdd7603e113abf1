import { expect } from "@playwright/test";
import * as z from "zod";
import { apiAddress, kettle, type Product } from "../demo.ts";
import type { Person } from "../kit/person.ts";

// These take a test to its starting point through the shop's APIs, with the browser's session and cart: faster than
// through the pages.

const variants = z.array(z.object({ id: z.string(), title: z.string(), available: z.boolean() }));
const product = z.object({ data: z.object({ variants }) });
const methods = z.object({ data: z.array(z.object({ id: z.string() })) });
const order = z.object({ data: z.object({ id: z.string(), orderNumber: z.string() }) });
const session = z.object({ user: z.unknown() }).nullable();
const anything = z.unknown();

export type Placed = z.infer<typeof order>["data"];

/** Adds a product to the cart. Starts a guest session if there is none. */
export async function fillCart({ call }: Person, wanted: Product = kettle, quantity = 1): Promise<void> {
  if (!(await call(session, "GET", "/auth/get-session"))) {
    await call(anything, "POST", "/auth/sign-in/anonymous", {});
  }
  const { data } = await call(product, "GET", `/store/products/${wanted.slug}`);
  const variant = data.variants.find(({ title }) => !wanted.variant || wanted.variant.test(title));
  expect(variant, `${wanted.name} has the variant ${wanted.variant}`).toBeDefined();
  await call(anything, "POST", "/store/cart/lines", { variantId: variant?.id, quantity });
}

/** Fills a cart with everything except the payment. */
async function fillCheckout(person: Person, shippingAddress: object = apiAddress): Promise<void> {
  const { call, email } = person;
  await fillCart(person);
  await call(anything, "POST", "/store/guest/contact", { email });
  await call(anything, "PUT", "/store/cart/address", { shippingAddress });
  const { data } = await call(methods, "GET", "/store/cart/shipping-methods");
  await call(anything, "PUT", "/store/cart/shipping-method", { shippingMethodId: data[0]?.id });
}

/** Opens the contact step, with a kettle in the cart. */
export async function openContact(person: Person): Promise<void> {
  await fillCart(person);
  await person.page.goto("/checkout/contact");
  await expect(person.page.getByRole("heading", { name: person.words.contact.title })).toBeVisible();
}

/** Opens the delivery step, with a kettle in the cart and the contact given. */
export async function openDelivery(person: Person): Promise<void> {
  await fillCart(person);
  await person.call(anything, "POST", "/store/guest/contact", { email: person.email });
  await person.page.goto("/checkout/delivery");
  await expect(person.page.getByRole("heading", { name: person.words.delivery.title })).toBeVisible();
}

/** Opens the payment step, with a kettle in the cart and all else given. */
export async function openPayment(person: Person): Promise<void> {
  await fillCheckout(person);
  await person.page.goto("/checkout/payment");
  await expect(person.page.getByRole("heading", { name: person.words.payment.title })).toBeVisible();
}

/** Buys one kettle, sent to `shippingAddress`. The browser stays on its page. */
export async function haveOrder(person: Person, shippingAddress?: object): Promise<Placed> {
  await fillCheckout(person, shippingAddress);
  const { data } = await person.call(order, "POST", "/store/checkout/place-order", person.payments.api);
  await person.page.context().clearCookies({ name: "cart-token" });
  return data;
}

/** Buys one kettle, and opens the thank-you page. */
export async function openPlaced(person: Person): Promise<Placed> {
  const placed = await haveOrder(person);
  await person.page.goto(`/checkout/placed/${placed.id}`);
  await expect(person.page.getByRole("heading", { name: person.words.placed.title })).toBeVisible();
  return placed;
}

/** Creates an account and signs in, which converts the browser's guest. */
export async function signUpByApi({ call, email, password }: Person): Promise<void> {
  await call(anything, "POST", "/auth/sign-up/email", { email, password, name: "" });
}

/** Creates an account without signing in. */
export async function haveAccount(person: Person): Promise<void> {
  await signUpByApi(person);
  await person.call(anything, "POST", "/auth/sign-out", {});
  await person.page.context().clearCookies();
}
