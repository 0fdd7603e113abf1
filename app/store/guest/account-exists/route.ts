import { accountExists } from "#lib/commerce/customer/index.ts";
import { storeRoute } from "#lib/dialects/store-api/index.ts";
import { accountExistsSpec } from "#lib/guest-checkout/contract.ts";

export const GET = storeRoute(accountExistsSpec, async ({ ctx, query }) => ({
  data: { exists: await accountExists(ctx, query) },
}));
