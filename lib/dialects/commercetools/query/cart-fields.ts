import { cartFields } from "#lib/commerce/cart/index.ts";
import { constant, emptyList, type FieldList, renamed, without, worded } from "#lib/platform/filter/index.ts";
import { localized } from "./localized.ts";
import { moneyFields } from "./money-fields.ts";
import { discountFields, lineFields, referenceTo, saleFields, shippingFields } from "./sale-fields.ts";
import { taxedAmounts } from "./tax-fields.ts";

const { status, lines, coupons, currency, shippingMethod, taxed } = cartFields;

/**
 * The fields for `where` and `sort` of carts. `totalPrice` is the total at the last change, `taxedPrice` and the discount
 * are as last shown; what else is computed is missing.
 */
export const cartQueryFields = {
  type: constant("string", "Cart"),
  ...saleFields(cartFields),
  key: cartFields.key,
  createdAt: cartFields.createdAt,
  cartState: worded(status, { Active: ["active"], Merged: ["merged"], Ordered: ["ordered"] }),
  deleteDaysAfterLastModification: cartFields.expiresAfterDays,
  totalPrice: moneyFields(cartFields.totalPrice, currency),
  taxedPrice: renamed(taxed, taxedAmounts(taxed.fields, currency)),
  discountOnTotalPrice: discountFields(cartFields.discount, currency, {}),
  shippingInfo: renamed(shippingMethod, {
    ...shippingFields(shippingMethod, currency),
    deliveries: emptyList,
  }),
  lineItems: renamed(lines, {
    ...lineFields(lines, currency),
    productKey: lines.fields.productSlug,
    productSlug: localized(lines.fields.productSlug),
    lastModifiedAt: cartFields.updatedAt,
  }),
  // Only orders have payments.
  ...without("paymentInfo", "freezeStrategy", "lock", "warnings"),
  discountCodes: renamed(coupons, { discountCode: referenceTo("discount-code", coupons.fields.id) }),
} satisfies FieldList;
