import { paymentProviders } from "#lib/commerce/payment/index.ts";
import { listPaymentProvidersSpec } from "#lib/dialects/store-api/contract.ts";
import { storeRoute } from "#lib/dialects/store-api/index.ts";
import { requireShopper } from "#lib/platform/context.ts";

export const GET = storeRoute(listPaymentProvidersSpec, async ({ ctx }) => {
  requireShopper(ctx);
  return { data: paymentProviders.map(({ id, title, methods }) => ({ id, title, methods: [...methods] })) };
});
