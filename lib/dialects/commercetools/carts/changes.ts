import {
  type Cart,
  type CartLine,
  type Change,
  changeLine,
  clearContact,
  clearShippingMethod,
  type ListedChange,
  listedContact,
  listedCoupon,
  removeCoupon,
  repriceCart,
  setAddresses,
  setCountry,
  setDetails,
  setOwner,
} from "#lib/commerce/cart/index.ts";
import { isDomainError, notFound } from "#lib/platform/errors.ts";
import { invalidField, invalidOperation } from "../http/refusal.ts";
import { fromWireAddress } from "../wire/address.ts";
import { type ByAction, byAction } from "../wire/by-action.ts";
import { fromShippingAddress } from "../wire/shipping-address.ts";
import { addLineItem, chooseMethod } from "./lookups.ts";
import { customerOf, ownerOf } from "./owner.ts";
import type { CartAction } from "./schemas.ts";

const defaultDays = 90;

type Asked = Change | ListedChange;

/** Every update action with its change of the cart. */
const changes: ByAction<CartAction, Asked> = {
  addLineItem: (draft) => addLineItem(draft),
  changeLineItemQuantity:
    ({ quantity, ...named }) =>
    (ctx, cart) =>
      changeLine(ctx, cart, { lineId: lineOf(cart, named).id, quantity }),
  removeLineItem:
    ({ quantity, ...named }) =>
    (ctx, cart) => {
      const line = lineOf(cart, named);
      const left = Math.max(0, line.quantity - (quantity ?? line.quantity));
      return changeLine(ctx, cart, { lineId: line.id, quantity: left });
    },
  setShippingAddress:
    ({ address }) =>
    (ctx, cart) =>
      setAddresses(ctx, cart, fromShippingAddress(address)),
  setBillingAddress:
    ({ address }) =>
    (ctx, cart) =>
      setAddresses(ctx, cart, { billingAddress: address ? fromWireAddress(address) : null }),
  setShippingMethod: ({ shippingMethod }) =>
    shippingMethod ? chooseMethod(shippingMethod) : clearShippingMethod,
  setCustomerEmail: ({ email }) => (email ? listedContact({ email }) : clearContact),
  addDiscountCode: ({ code }) => listedCoupon({ code }),
  removeDiscountCode:
    ({ discountCode }) =>
    (ctx, cart) =>
      removeCoupon(ctx, cart, { code: cart.coupons.find(({ id }) => id === discountCode.id)?.code ?? "" }),
  setCountry:
    ({ country }) =>
    (ctx, cart) => {
      const decided = cart.shippingAddress?.country;
      if (decided && country !== decided) throw invalidField("country", country ?? null, [decided]);
      return setCountry(ctx, cart, country ?? null);
    },
  setLocale:
    ({ locale = null }) =>
    (ctx, cart) =>
      setDetails(ctx, cart, { locale }),
  recalculate: () => repriceCart,
  setDeleteDaysAfterLastModification:
    ({ deleteDaysAfterLastModification: days }) =>
    (ctx, cart) =>
      setDetails(ctx, cart, { expiresAfterDays: days ?? defaultDays }),
  setAnonymousId: ({ anonymousId }) => ({
    does: async (ctx, cart) => {
      if (await customerOf(ctx, cart)) throw invalidOperation("The cart belongs to a customer.");
      return setOwner(ctx, cart, await ownerOf(ctx, { anonymousId }));
    },
    writesMore: true,
  }),
  setCustomerId: ({ customerId }) => ({
    does: async (ctx, cart) =>
      setOwner(ctx, cart, await ownerOf(ctx, { customerId, anonymousId: cart.anonymousId })),
    writesMore: true,
  }),
  setKey:
    ({ key = null }) =>
    (ctx, cart) =>
      setDetails(ctx, cart, { key }),
  setPurchaseOrderNumber:
    ({ purchaseOrderNumber = null }) =>
    (ctx, cart) =>
      setDetails(ctx, cart, { purchaseOrderNumber }),
};

/**
 * The change of an action. If the action refers to something that the cart lacks, the request is invalid (400); its
 * path exists (no 404).
 */
export function changeFor(action: CartAction): ListedChange {
  const asked = byAction(changes, action);
  const change = typeof asked === "function" ? { does: asked } : asked;
  return {
    ...change,
    does: async (ctx, cart) => {
      try {
        return await change.does(ctx, cart);
      } catch (error) {
        if (!isDomainError(error, "not_found")) throw error;
        throw invalidOperation(`${action.action}: ${error.message}.`);
      }
    },
  };
}

type LineName = { lineItemId?: string | null | undefined; lineItemKey?: string | null | undefined };

/** @throws not_found */
function lineOf(cart: Cart, { lineItemId, lineItemKey }: LineName): CartLine {
  const line = cart.lines.find(({ id, key }) => (lineItemId ? id === lineItemId : key === lineItemKey));
  if (!line || (!lineItemId && !lineItemKey)) throw notFound("Line");
  return line;
}
