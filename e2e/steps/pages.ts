import { kettle } from "../demo.ts";
import type { Person } from "../kit/person.ts";
import { fillCart, openContact, openDelivery, openPayment, openPlaced } from "./by-api.ts";

type Open = (guest: Person) => Promise<unknown>;

/** Opens the page at a path. */
export const at =
  (path: string): Open =>
  ({ page }) =>
    page.goto(path);

/** Opens each page that a guest passes on the way to an order, and the pages to find it or to sign in. */
export const guestPages = {
  catalogue: at("/"),
  product: at(`/products/${kettle.slug}`),
  cart: async (guest) => {
    await fillCart(guest);
    await guest.page.goto("/cart");
  },
  contact: openContact,
  delivery: openDelivery,
  payment: openPayment,
  placed: openPlaced,
  "order-look-up": at("/order-status"),
  "sign-in": at("/sign-in"),
} satisfies Record<string, Open>;
