import { shippingMethodFields } from "#lib/commerce/shipping/index.ts";
import {
  constant,
  emptyList,
  type FieldList,
  listOf,
  objectOf,
  renamed,
  without,
} from "#lib/platform/filter/index.ts";
import { localized } from "../query/localized.ts";
import { moneyFields } from "../query/money-fields.ts";
import { referenceTo } from "../query/sale-fields.ts";
import { undatedFields } from "../query/undated-fields.ts";
import { taxCategoryId } from "../wire/references.ts";

const { id, key, name, description, active, prices } = shippingMethodFields;
const { amount, currency } = prices.fields;

/** The fields for `where` and `sort` of shipping methods. */
export const shippingQueryFields = {
  ...undatedFields,
  ...{ id, key, name, description, active },
  localizedName: localized(name),
  localizedDescription: localized(description),
  isDefault: constant("boolean", "false"),
  stores: emptyList,
  ...without("custom", "predicate", "carrier", "createdBy", "lastModifiedBy"),
  taxCategory: referenceTo("tax-category", constant("uuid", taxCategoryId)),
  zoneRates: listOf(
    objectOf({
      zone: referenceTo("zone", id),
      shippingRates: renamed(prices, {
        price: moneyFields(amount, currency),
        tiers: emptyList,
        ...without("freeAbove", "isMatching"),
      }),
    }),
  ),
} satisfies FieldList;
