import { requireShopper } from "#lib/context.ts";
import { paymentProviders } from "#lib/payment/index.ts";
import { listPaymentProvidersSpec } from "#lib/store-api/contract.ts";
import { storeRoute } from "#lib/store-api/index.ts";

export const GET = storeRoute(listPaymentProvidersSpec, async ({ ctx }) => {
  requireShopper(ctx);
  return { data: paymentProviders.map(({ id, title, methods }) => ({ id, title, methods: [...methods] })) };
});
