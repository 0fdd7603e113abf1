import { type ListedChange, setDetails, setOwner } from "#lib/commerce/cart/index.ts";
import { invalidField } from "../http/refusal.ts";
import { changeFor } from "./changes.ts";
import { ownerOf } from "./owner.ts";
import type { CartAction, CartDraft } from "./schemas.ts";

/** The cart of a draft, as changes to an empty one. */
export function cartOf(draft: CartDraft) {
  const { currency, country = null } = draft;
  return { currency, country, changes: [...beginning(draft), ...draftActions(draft).map(changeFor)] };
}

/**
 * Fields that only a draft can set, because there is no action for them. @throws Refusal for a country that is not the
 * address's
 */
function beginning({ origin, country, shippingAddress, ...owner }: CartDraft): ListedChange[] {
  if (country && shippingAddress && country !== shippingAddress.country) {
    throw invalidField("country", country, [shippingAddress.country]);
  }
  const begun: ListedChange = {
    does: (ctx, cart) => setDetails(ctx, cart, { origin: origin === "Merchant" ? "merchant" : "customer" }),
  };
  const { customerId, anonymousId } = owner;
  if (!customerId && !anonymousId) return [begun];
  const does: ListedChange["does"] = async (ctx, cart) => setOwner(ctx, cart, await ownerOf(ctx, owner));
  return [{ does, writesMore: true }, begun];
}

/** The fields of a draft as actions; the shipping address comes first, because it decides the prices. */
function draftActions(draft: CartDraft): CartAction[] {
  const { shippingAddress, billingAddress, shippingMethod, customerEmail, locale, key } = draft;
  const { purchaseOrderNumber } = draft;
  const actions: (CartAction | false)[] = [
    !!shippingAddress && { action: "setShippingAddress", address: shippingAddress },
    !!billingAddress && { action: "setBillingAddress", address: billingAddress },
    ...(draft.lineItems ?? []).map((line) => ({ action: "addLineItem" as const, ...line })),
    !!customerEmail && { action: "setCustomerEmail", email: customerEmail },
    ...(draft.discountCodes ?? []).map((code) => ({ action: "addDiscountCode" as const, code })),
    !!shippingMethod && { action: "setShippingMethod", shippingMethod },
    !!locale && { action: "setLocale", locale },
    !!key && { action: "setKey", key },
    !!purchaseOrderNumber && { action: "setPurchaseOrderNumber", purchaseOrderNumber },
    !!draft.deleteDaysAfterLastModification && {
      action: "setDeleteDaysAfterLastModification",
      deleteDaysAfterLastModification: draft.deleteDaysAfterLastModification,
    },
  ];
  return actions.filter((action) => action !== false);
}
