import { type Cart, type CartOwner, type Change, createCart, setSettings } from "#lib/commerce/cart/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { invalidField } from "../http/refusal.ts";
import { changeFor } from "./changes.ts";
import type { CartAction, CartDraft } from "./schemas.ts";

/** A cart with everything that its draft says: all of it, or none. */
export function createFromDraft(ctx: Context, owner: CartOwner, draft: CartDraft): Promise<Cart> {
  const { currency, country = null } = draft;
  const changes = [beginning(draft), ...draftActions(draft).map(changeFor)];
  return createCart(ctx, { owner, currency, country }, changes);
}

/** What a draft alone can say: no action changes it later. @throws Refusal for a country that is not the address's */
function beginning({ origin, country, shippingAddress }: CartDraft): Change {
  if (country && shippingAddress && country !== shippingAddress.country) {
    throw invalidField("country", country, [shippingAddress.country]);
  }
  return (ctx, cart) => setSettings(ctx, cart, { origin: origin === "Merchant" ? "merchant" : "customer" });
}

/** A draft says at once what actions say one by one; where the goods go comes first, since it decides the prices. */
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
