import {
  applyCoupon,
  type Cart,
  type Change,
  changeLine,
  clearContact,
  clearShippingMethod,
  removeCoupon,
  repriceCart,
  setBillingAddress,
  setContact,
  setCountry,
  setOwner,
  setSettings,
  setShippingAddress,
} from "#lib/cart/index.ts";
import { isDomainError } from "#lib/errors.ts";
import { invalidOperation } from "../http/refusal.ts";
import { fromWireAddress } from "../wire/address.ts";
import { addLineItem, chooseMethod } from "./lookups.ts";
import { customerOf, ownerOf } from "./owner.ts";
import type { CartAction } from "./schemas.ts";

const defaultDays = 90;

type Changes = { [A in CartAction["action"]]: (action: Extract<CartAction, { action: A }>) => Change };

/** Every update action as the change of the cart that it asks for. */
const changes = {
  addLineItem: (draft) => addLineItem(draft),
  changeLineItemQuantity:
    ({ lineItemId, quantity }) =>
    (ctx, cart) =>
      changeLine(ctx, cart, { lineId: lineItemId, quantity }),
  removeLineItem:
    ({ lineItemId, quantity }) =>
    (ctx, cart) =>
      changeLine(ctx, cart, { lineId: lineItemId, quantity: left(cart, lineItemId, quantity) }),
  setShippingAddress:
    ({ address }) =>
    (ctx, cart) =>
      setShippingAddress(ctx, cart, address ? fromWireAddress(address) : null),
  setBillingAddress:
    ({ address }) =>
    (ctx, cart) =>
      setBillingAddress(ctx, cart, address ? fromWireAddress(address) : null),
  setShippingMethod: ({ shippingMethod }) =>
    shippingMethod ? chooseMethod(shippingMethod) : clearShippingMethod,
  setCustomerEmail: ({ email }) => (email ? (ctx, cart) => setContact(ctx, cart, { email }) : clearContact),
  addDiscountCode:
    ({ code }) =>
    (ctx, cart) =>
      applyCoupon(ctx, cart, { code }),
  removeDiscountCode:
    ({ discountCode }) =>
    (ctx, cart) =>
      removeCoupon(ctx, cart, { code: cart.coupons.find(({ id }) => id === discountCode.id)?.code ?? "" }),
  setCountry:
    ({ country }) =>
    (ctx, cart) =>
      setCountry(ctx, cart, country ?? null),
  setLocale:
    ({ locale = null }) =>
    (ctx, cart) =>
      setSettings(ctx, cart, { locale }),
  recalculate: () => repriceCart,
  setDeleteDaysAfterLastModification:
    ({ deleteDaysAfterLastModification: days }) =>
    (ctx, cart) =>
      setSettings(ctx, cart, { expiresAfterDays: days ?? defaultDays }),
  setAnonymousId:
    ({ anonymousId }) =>
    async (ctx, cart) =>
      setOwner(ctx, cart, await ownerOf(ctx, { customerId: await customerOf(ctx, cart), anonymousId })),
  setCustomerId:
    ({ customerId }) =>
    async (ctx, cart) =>
      setOwner(ctx, cart, await ownerOf(ctx, { customerId, anonymousId: cart.anonymousId })),
  setKey:
    ({ key = null }) =>
    (ctx, cart) =>
      setSettings(ctx, cart, { key }),
} satisfies Changes;

/** What an action asks for. What it names and the cart lacks is the request's fault, not a missing address. */
export function changeFor(action: CartAction): Change {
  const change = (changes[action.action] as (action: CartAction) => Change)(action);
  return async (ctx, cart) => {
    try {
      return await change(ctx, cart);
    } catch (error) {
      if (!isDomainError(error, "not_found")) throw error;
      throw invalidOperation(`${action.action}: ${error.message}.`);
    }
  };
}

/** How many of a line are left when so many go; without a number all go. */
function left(cart: Cart, lineId: string, removed: number | null | undefined): number {
  const present = cart.lines.find(({ id }) => id === lineId)?.quantity ?? 0;
  return Math.max(0, present - (removed ?? present));
}
