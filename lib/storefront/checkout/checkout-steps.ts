import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { type Cart, hasObstacles, isEmpty } from "#lib/commerce/cart/index.ts";
import { takesGuests } from "#lib/commerce/notifications/index.ts";
import type { Actor } from "#lib/platform/context.ts";
import { pathOfFreshOrder } from "../order/last-order.ts";
import { pathOfUsedCart } from "../order/placed-path.ts";
import { currentCart } from "../visitor/current-cart.ts";
import { currentContext } from "../visitor/current-context.ts";

/** The steps of the checkout, in order. */
export const steps = ["contact", "delivery", "payment"] as const;
export type Step = (typeof steps)[number];

/** Those that the shop has: the contact step depends on guest checkout. */
function checkoutSteps(): Step[] {
  return steps.filter((step) => step !== "contact" || takesGuests());
}

/** What a step leads back to. */
export function placeBefore(step: Step): Step | "cart" {
  const had = checkoutSteps();
  return had[had.indexOf(step) - 1] ?? "cart";
}

/** The address of a step. */
export function stepPath(step: Step): string {
  return `/checkout/${step}`;
}

/** Whether a section has what it asks for. A customer's contact is the account's. */
const isGiven: Record<Step, (cart: Cart, actor: Actor) => boolean> = {
  contact: (cart, actor) => cart.email !== null || actor.type === "customer",
  delivery: (cart) => cart.shippingAddress !== null && cart.shippingMethod !== null,
  payment: () => false,
};

/** The first section that lacks something. */
export async function nextStepPath(cart: Cart): Promise<string> {
  const { actor } = await currentContext();
  return stepPath(checkoutSteps().find((step) => !isGiven[step](cart, actor)) ?? "payment");
}

/** "done": folded, with what was given; "ahead": a heading. */
export type StepState = "done" | "open" | "ahead";

/** The sections in order, while one of them is open. */
export async function stepStates(open: Step, cart: Cart): Promise<{ step: Step; state: StepState }[]> {
  const { actor } = await currentContext();
  const stateOf = (step: Step) => (step === open ? "open" : isGiven[step](cart, actor) ? "done" : "ahead");
  return checkoutSteps().map((step) => ({ step, state: stateOf(step) }));
}

/** Whether the visitor checks out as a guest: not signed in, and the shop has guest checkout. */
export async function isGuestCheckout(): Promise<boolean> {
  return takesGuests() && (await currentContext()).actor.type !== "customer";
}

/**
 * The cart of a page that was open. Redirects if it is gone: to the order that it became, or to the cart, which says
 * so. Only in actions.
 */
export async function requireCart(): Promise<Cart> {
  const cart = await currentCart();
  if (cart) return cart;
  // The header still counts what was in it.
  refresh();
  redirect((await pathOfUsedCart()) ?? "/cart?status=ended");
}

/** What an order needs: a contact only if there is a contact step. */
export function orderNeeds(): { contact: boolean; shippingMethod: boolean } {
  return { contact: takesGuests(), shippingMethod: true };
}

/**
 * The cart for a checkout step. Redirects back if an earlier step is missing or the cart cannot be bought, and to the
 * order if it has been placed.
 */
export async function cartForStep(step: Step): Promise<Cart> {
  const [ctx, cart] = await Promise.all([currentContext(), currentCart()]);
  if (!cart) redirect((await pathOfUsedCart()) ?? (await pathOfFreshOrder(ctx)) ?? "/cart");
  // The cart page marks lines that cannot be bought.
  if (isEmpty(cart) || (step === "payment" && hasObstacles(cart))) redirect("/cart");
  for (const earlier of checkoutSteps()) {
    if (earlier === step) break;
    if (!isGiven[earlier](cart, ctx.actor)) redirect(stepPath(earlier));
  }
  return cart;
}
