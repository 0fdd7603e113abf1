import * as z from "zod";
import { acts } from "#lib/platform/limits/index.ts";
import { id } from "#lib/platform/text.ts";
import { shoppers, verb, visitors } from "#lib/platform/verb/index.ts";
import { correctEmail } from "./checkout/correct-email.ts";
import { listMethods, offeredMethods } from "./checkout/methods-for.ts";
import { prepareCheckout } from "./checkout/prepare-checkout.ts";
import { setAddress } from "./checkout/set-address.ts";
import { draftDelivery, setDelivery } from "./checkout/set-delivery.ts";
import { setDetails } from "./checkout/set-details.ts";
import { setShippingMethod } from "./checkout/set-shipping-method.ts";
import { cartLines } from "./lines/line-verbs.ts";
import { mergedCarts } from "./merging/merged-cart-verbs.ts";
import { namedCarts } from "./named-cart-verbs.ts";
import { change, own, raced, readsCart } from "./own-cart-verb.ts";
import { findCart, peekCart, showCart } from "./resolve-cart.ts";
import {
  addressInput,
  couponInput,
  deliveryDraft,
  deliveryInput,
  languageInput,
  shippingMethodInput,
} from "./schemas.ts";
import { applyCoupon, removeCoupon } from "./totals/coupons.ts";

const countedWhenMade = { none: "only reads; a cart that has to be created counts as a new cart" };

/** With `keep` false, a cart that would have to be created is returned but not stored. */
const look = own.extend({ keep: z.boolean() });

/** All operations on carts: by name, and on the shopper's own cart (specification). */
export const carts = {
  ...namedCarts,
  ...mergedCarts,
  ...cartLines,

  /** The cart for an answer that shows it: records its amounts as shown. */
  show: verb(
    {
      name: "cart.show",
      who: visitors,
      takes: look,
      throws: ["session_changed", "too_many_requests"],
      limits: countedWhenMade,
      readsFirst: readsCart,
    },
    (ctx, { cart, keep }) => (keep ? showCart(ctx, cart) : peekCart(ctx, cart)),
  ),

  /** The cart, or null. */
  find: verb(
    {
      name: "cart.find",
      who: visitors,
      takes: own,
      throws: [],
      limits: { none: "only reads the caller's own cart" },
      readsFirst: readsCart,
    },
    (ctx, { cart }) => findCart(ctx, cart),
  ),

  /** The shipping methods for the cart's country and currency, with the cart's id. */
  listShippingMethods: verb(
    {
      name: "cart.list-shipping-methods",
      who: visitors,
      takes: look,
      throws: ["session_changed", "too_many_requests"],
      limits: countedWhenMade,
      readsFirst: ({ cart }) => [offeredMethods(cart)],
    },
    listMethods,
  ),

  setAddress: change(
    "cart.set-address",
    {
      takes: own.extend({
        address: z.union([
          addressInput,
          addressInput.omit({ shippingAddress: true }).extend({ addressId: id }),
        ]),
      }),
      throws: ["unauthenticated", "not_found"],
    },
    ({ address }) =>
      (ctx, cart) =>
        setAddress(ctx, cart, address),
  ),

  setShippingMethod: change(
    "cart.set-shipping-method",
    {
      takes: own.extend(shippingMethodInput.shape),
      throws: ["shipping_method_not_available"],
      alsoReads: ({ cart }) => [offeredMethods(cart)],
    },
    (method) => (ctx, cart) => setShippingMethod(ctx, cart, method),
  ),

  /** Sets addresses and shipping method in one change. */
  setDelivery: change(
    "cart.set-delivery",
    {
      takes: own.extend({ delivery: deliveryInput }),
      throws: ["shipping_method_not_available"],
    },
    ({ delivery }) =>
      (ctx, cart) =>
        setDelivery(ctx, cart, delivery),
  ),

  /** Stores what is valid so far of a delivery, with its totals. */
  draftDelivery: change(
    "cart.draft-delivery",
    { takes: own.extend({ draft: deliveryDraft }), throws: [] },
    ({ draft }) =>
      (ctx, cart) =>
        draftDelivery(ctx, cart, draft),
  ),

  /** Corrects the contact's address to the one that was probably meant. */
  correctEmail: change("cart.correct-email", { takes: own, throws: [] }, () => correctEmail),

  /** The language of the order and its mails; null for the default. */
  setLanguage: change(
    "cart.set-language",
    { takes: own.extend(languageInput.shape), throws: [] },
    ({ locale }) =>
      (ctx, cart) =>
        setDetails(ctx, cart, { locale }),
  ),

  applyCoupon: change(
    "cart.apply-coupon",
    {
      takes: own.extend(couponInput.shape),
      throws: ["coupon_not_applicable"],
      limits: [acts.enterCoupon, acts.changeCart],
    },
    (coupon) => (ctx, cart) => applyCoupon(ctx, cart, coupon),
  ),

  removeCoupon: change(
    "cart.remove-coupon",
    { takes: own.extend(couponInput.shape), throws: ["not_found"] },
    (coupon) => (ctx, cart) => removeCoupon(ctx, cart, coupon),
  ),

  /** Holds the stock for 15 minutes and updates the totals. */
  prepareCheckout: verb(
    {
      name: "cart.prepare-checkout",
      who: shoppers,
      takes: own,
      throws: [...raced, "cart_empty", "price_not_available", "out_of_stock"],
      limits: [acts.changeCart],
      readsFirst: readsCart,
    },
    (ctx, { cart }) => prepareCheckout(ctx, cart),
  ),
};
