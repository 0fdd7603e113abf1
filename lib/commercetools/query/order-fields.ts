import { type FieldList, objectOf, renamed, worded } from "#lib/filter/index.ts";
import { orderFields } from "#lib/order/index.ts";
import { origins } from "../wire/sale.ts";
import { wireAddress } from "./address-fields.ts";
import { localized } from "./localized.ts";
import { wordsOf } from "./words-of.ts";

const { lines, currency, shownTotal, shippingAddress, billingAddress } = orderFields;

/** What `where` and `sort` of orders may name, but for their states. */
export const orderQueryFields = {
  id: orderFields.id,
  version: orderFields.version,
  createdAt: orderFields.placedAt,
  lastModifiedAt: orderFields.updatedAt,
  orderNumber: orderFields.number,
  origin: worded(orderFields.origin, wordsOf(origins)),
  purchaseOrderNumber: orderFields.purchaseOrderNumber,
  anonymousId: orderFields.anonymousId,
  customerId: orderFields.customerId,
  customerEmail: orderFields.email,
  country: orderFields.country,
  locale: orderFields.locale,
  cart: objectOf({ id: orderFields.cartId }),
  totalPrice: objectOf({ centAmount: shownTotal, currencyCode: currency }),
  shippingAddress: wireAddress(shippingAddress),
  billingAddress: wireAddress(billingAddress),
  lineItems: renamed(lines, {
    id: lines.fields.id,
    key: lines.fields.key,
    productId: lines.fields.productId,
    name: localized(lines.fields.name),
    variant: objectOf({ id: lines.fields.variantNumber, sku: lines.fields.sku }),
    quantity: lines.fields.quantity,
  }),
} satisfies FieldList;
