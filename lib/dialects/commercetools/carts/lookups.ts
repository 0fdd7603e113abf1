import type * as z from "zod";
import { addLine, type Cart, type Change, setShippingMethod } from "#lib/commerce/cart/index.ts";
import { type FoundVariant, findVariant, type VariantName } from "#lib/commerce/catalog/index.ts";
import { findShippingMethod } from "#lib/commerce/shipping/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { invalidInput, missingReference, Refusal } from "../http/refusal.ts";
import type { identifier } from "../wire/scalars.ts";
import type { lineDraft } from "./schemas.ts";

// Changes whose input refers to variants and shipping methods in the dialect's way.

/** Adds a variant by SKU, or by product and number. */
export function addLineItem(draft: z.output<typeof lineDraft>): Change {
  return async (ctx, cart) => {
    const variant = await findVariant(ctx, variantName(draft));
    if (!variant) throw noVariant(draft);
    try {
      return await addLine(ctx, cart, {
        variantId: variant.id,
        quantity: draft.quantity ?? 1,
        key: draft.key,
      });
    } catch (error) {
      throw isDomainError(error, "price_not_available") ? noPrice(variant, cart) : error;
    }
  };
}

function variantName({ sku, productId, variantId }: z.output<typeof lineDraft>): VariantName {
  if (sku) return { sku };
  if (productId) return { productId, number: variantId ?? undefined };
  throw invalidInput("Either 'productId' or 'sku' is needed.");
}

/** Words that the variant is missing, where its product may exist. */
function noVariant({ sku, productId, variantId }: z.output<typeof lineDraft>): Refusal {
  const code = "ReferencedResourceNotFound";
  const typeId = "product";
  if (sku || !productId) {
    return new Refusal(400, { code, typeId, message: `No published product with an sku '${sku}' exists.` });
  }
  if (!variantId) return missingReference(typeId, { id: productId });
  const message = `No published product with the ID '${productId}' has a variant with the ID ${variantId}.`;
  return new Refusal(400, { code, typeId, id: productId, message });
}

function noPrice({ productId, number }: FoundVariant, { currency, country }: Cart): Refusal {
  const place = country === "ZZ" ? "" : `, country ${country}`;
  return new Refusal(400, {
    code: "MatchingPriceNotFound",
    message: `The variant ${number} of product ${productId} does not contain a price for currency ${currency}${place}.`,
    productId,
    variantId: number,
    currency,
    ...(place && { country }),
  });
}

/**
 * Chooses a shipping method by id or key.
 * @throws Refusal ReferencedResourceNotFound for an unknown one; shipping_method_not_available
 */
export function chooseMethod({ id, key = "" }: z.output<typeof identifier>): Change {
  const name = id === undefined ? { key } : { id };
  return async (ctx, cart) => {
    const found = await findShippingMethod(ctx, name);
    if (!found) throw missingReference("shipping-method", name);
    return setShippingMethod(ctx, cart, { shippingMethodId: found.id });
  };
}
