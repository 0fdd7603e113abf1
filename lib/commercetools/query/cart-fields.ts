import { cartFields } from "#lib/cart/index.ts";
import { type FieldList, objectOf, renamed, worded } from "#lib/filter/index.ts";
import { origins } from "../wire/sale.ts";
import { wireAddress } from "./address-fields.ts";
import { localized } from "./localized.ts";
import { wordsOf } from "./words-of.ts";

const { status, lines, coupons, shippingAddress, billingAddress } = cartFields;

/** What `where` and `sort` of carts may name. Totals are not among them: they are worked out, not stored. */
export const cartQueryFields: FieldList = {
  id: cartFields.id,
  key: cartFields.key,
  origin: worded(cartFields.origin, wordsOf(origins)),
  purchaseOrderNumber: cartFields.purchaseOrderNumber,
  version: cartFields.version,
  createdAt: cartFields.createdAt,
  lastModifiedAt: cartFields.updatedAt,
  anonymousId: cartFields.anonymousId,
  customerId: cartFields.customerId,
  customerEmail: cartFields.email,
  cartState: worded(status, { Active: ["active"], Merged: ["merged"], Ordered: ["ordered"] }),
  country: cartFields.country,
  locale: cartFields.locale,
  totalLineItemQuantity: cartFields.quantity,
  deleteDaysAfterLastModification: cartFields.expiresAfterDays,
  totalPrice: objectOf({ currencyCode: cartFields.currency }),
  shippingAddress: wireAddress(shippingAddress),
  billingAddress: wireAddress(billingAddress),
  lineItems: renamed(lines, {
    id: lines.fields.id,
    key: lines.fields.key,
    productId: lines.fields.productId,
    productKey: lines.fields.productSlug,
    name: localized(lines.fields.name),
    variant: objectOf({ id: lines.fields.variantNumber, sku: lines.fields.sku }),
    quantity: lines.fields.quantity,
  }),
  discountCodes: renamed(coupons, { discountCode: objectOf({ id: coupons.fields.id }) }),
};
