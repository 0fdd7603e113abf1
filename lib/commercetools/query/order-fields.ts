import { type FieldList, objectOf, renamed } from "#lib/filter/index.ts";
import { orderFields } from "#lib/order/index.ts";
import { wireAddress } from "./address-fields.ts";
import { localized } from "./localized.ts";

const { lines, currency, shownTotal, shippingAddress, billingAddress } = orderFields;

/** What `where` and `sort` of orders may name, but for their states. */
export const orderQueryFields = {
  id: orderFields.id,
  version: orderFields.version,
  createdAt: orderFields.placedAt,
  lastModifiedAt: orderFields.updatedAt,
  orderNumber: orderFields.number,
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
    productId: lines.fields.productId,
    name: localized(lines.fields.name),
    variant: objectOf({ id: lines.fields.variantNumber, sku: lines.fields.sku }),
    quantity: lines.fields.quantity,
  }),
} satisfies FieldList;
