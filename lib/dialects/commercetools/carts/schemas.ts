import * as z from "zod";
import { currencyCode } from "#lib/commerce/catalog/index.ts";
import { country } from "#lib/platform/address.ts";
import { emailAddress } from "#lib/platform/email-address.ts";
import { localeTag } from "#lib/platform/i18n/locale-tag.ts";
import { line } from "#lib/platform/text.ts";
import { addressDraft } from "../wire/address.ts";
import { noneOf, only } from "../wire/members.ts";
import { identifier, key, name, version } from "../wire/scalars.ts";
import { shippingAddressDraft } from "../wire/shipping-address.ts";

const quantity = z.number().int().min(1).max(999);
const days = z.number().int().min(1).max(365_250);
export const purchaseOrderNumber = line(256);

export const lineDraft = z.object({
  key: key.nullish(),
  productId: name.nullish(),
  variantId: z.number().int().min(1).max(100_000).nullish(),
  sku: name.nullish(),
  quantity: quantity.nullish(),
  ...noneOf(
    "addedAt",
    "supplyChannel",
    "distributionChannel",
    "externalPrice",
    "externalTotalPrice",
    "externalTaxRate",
    "perMethodExternalTaxRate",
    "inventoryMode",
    "shippingDetails",
    "recurrenceInfo",
    "custom",
  ),
});

/** The only cart settings that this shop supports. */
const workings = {
  taxMode: only("Platform"),
  priceRoundingMode: only("HalfEven"),
  taxRoundingMode: only("HalfUp"),
  taxCalculationMode: only("LineItemLevel"),
  // commercetools' default, which many clients spell out, means here what leaving it out means.
  inventoryMode: only("ReserveOnOrder", "None"),
  shippingMode: only("Single"),
  ...noneOf(
    "businessUnit",
    "store",
    "customerGroup",
    "customLineItems",
    "externalTaxRateForShippingMethod",
    "shippingRateInput",
    "customShipping",
    "shipping",
    "itemShippingAddresses",
    "custom",
  ),
};

/** MyCartDraft. An owner is ignored: the token decides whose cart it is. */
export const myCartDraft = z.object({
  ...workings,
  ...noneOf("key", "purchaseOrderNumber"),
  origin: only("Customer"),
  currency: currencyCode,
  country: country.nullish(),
  locale: localeTag.nullish(),
  customerEmail: emailAddress.nullish(),
  lineItems: z.array(lineDraft).max(100).nullish(),
  shippingAddress: shippingAddressDraft.nullish(),
  billingAddress: addressDraft.nullish(),
  shippingMethod: identifier.nullish(),
  discountCodes: z.array(line(40)).max(10).nullish(),
  deleteDaysAfterLastModification: days.nullish(),
});

/** CartDraft: a program may set the owner. */
export const cartDraft = myCartDraft.extend({
  key: key.nullish(),
  origin: only("Customer", "Merchant"),
  purchaseOrderNumber: purchaseOrderNumber.nullish(),
  customerId: name.nullish(),
  anonymousId: name.nullish(),
});

export type CartDraft = z.output<typeof cartDraft>;

const lineName = { lineItemId: name.nullish(), lineItemKey: key.nullish() };
const externalPrices = noneOf("externalPrice", "externalTotalPrice");

/** The update actions of a guest's or customer's own cart. */
const myActions = [
  lineDraft.extend({ action: z.literal("addLineItem") }),
  z.object({
    action: z.literal("changeLineItemQuantity"),
    ...lineName,
    quantity: quantity.or(z.literal(0)),
    ...externalPrices,
  }),
  z.object({
    action: z.literal("removeLineItem"),
    ...lineName,
    quantity: quantity.nullish(),
    ...externalPrices,
    ...noneOf("shippingDetailsToRemove"),
  }),
  z.object({ action: z.literal("setShippingAddress"), address: shippingAddressDraft.nullish() }),
  z.object({ action: z.literal("setBillingAddress"), address: addressDraft.nullish() }),
  z.object({
    action: z.literal("setShippingMethod"),
    shippingMethod: identifier.nullish(),
    ...noneOf("externalTaxRate", "estimatedDelivery"),
  }),
  z.object({ action: z.literal("setCustomerEmail"), email: emailAddress.nullish() }),
  z.object({ action: z.literal("addDiscountCode"), code: line(40) }),
  z.object({ action: z.literal("removeDiscountCode"), discountCode: z.object({ id: name }) }),
  z.object({ action: z.literal("setCountry"), country: country.nullish() }),
  z.object({ action: z.literal("setLocale"), locale: localeTag.nullish() }),
  z.object({ action: z.literal("recalculate"), updateProductData: z.boolean().nullish() }),
  z.object({
    action: z.literal("setDeleteDaysAfterLastModification"),
    deleteDaysAfterLastModification: days.nullish(),
  }),
] as const;

const programActions = [
  z.object({ action: z.literal("setAnonymousId"), anonymousId: name.nullish() }),
  z.object({ action: z.literal("setCustomerId"), customerId: name.nullish() }),
  z.object({ action: z.literal("setKey"), key: key.nullish() }),
  z.object({
    action: z.literal("setPurchaseOrderNumber"),
    purchaseOrderNumber: purchaseOrderNumber.nullish(),
  }),
] as const;

export const myCartAction = z.discriminatedUnion("action", [...myActions]);
export const cartAction = z.discriminatedUnion("action", [...myActions, ...programActions]);

export type CartAction = z.output<typeof cartAction>;

// Each action may read the catalogue. A shopper's request counts once towards limits, and a cart has at most 100 lines.
const mostOfShopper = 100;

export const myCartUpdate = z.object({ version, actions: z.array(myCartAction).max(mostOfShopper) });
export const cartUpdate = z.object({ version, actions: z.array(cartAction).max(500) });

export const replicaDraft = z.object({
  key: key.nullish(),
  reference: z.object({ typeId: z.enum(["cart", "order"]), id: name }),
});

export type ReplicaDraft = z.output<typeof replicaDraft>;

/** Only the merchant may set the key of a cart. */
export const myReplicaDraft = replicaDraft.extend(noneOf("key"));
