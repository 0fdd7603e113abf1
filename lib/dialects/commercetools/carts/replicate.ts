import { type CartOwner, getCart } from "#lib/commerce/cart/index.ts";
import { getOrder } from "#lib/commerce/order/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import type { Answer } from "#lib/platform/http/index.ts";
import { type ApiCall, ok } from "../http/api-route.ts";
import { missingReference } from "../http/refusal.ts";
import { toWireAddress } from "../wire/address.ts";
import { toShippingAddress } from "../wire/shipping-address.ts";
import { createFromDraft } from "./from-draft.ts";
import type { myReplicaDraft, replicaDraft } from "./schemas.ts";
import { toOneCart } from "./to-cart.ts";

/**
 * A new cart with the things and addresses of another cart or an order, at the prices of today. It belongs to
 * `owner`, or to whom the original belongs.
 */
export async function replicate(
  call: ApiCall<typeof replicaDraft | typeof myReplicaDraft>,
  owner?: CartOwner,
): Promise<Answer> {
  const { key, reference } = await call.body();
  const { typeId, id } = reference;
  const original = await (typeId === "cart" ? getCart(call.ctx, { id }) : getOrder(call.ctx, { id })).catch(
    (error) => {
      throw isDomainError(error, "not_found") ? missingReference(typeId, { id }) : error;
    },
  );
  const { currency, country, locale, email, billingAddress, lines } = original;
  const { userId, anonymousId } = original;
  const cart = await createFromDraft(call.ctx, owner ?? { userId, anonymousId }, {
    currency,
    country,
    locale,
    customerEmail: email,
    shippingAddress: toShippingAddress(original),
    billingAddress: billingAddress && toWireAddress(billingAddress),
    key,
    lineItems: lines.map(({ key, sku, quantity }) => ({ key, sku, quantity })),
  });
  return ok(await toOneCart(call.ctx, cart));
}
