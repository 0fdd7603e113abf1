import { accountExists } from "#lib/customer/index.ts";
import { accountExistsSpec } from "#lib/guest-checkout/contract.ts";
import { storeRoute } from "#lib/store-api/index.ts";

export const GET = storeRoute(accountExistsSpec, async ({ ctx, query }) => ({
  data: { exists: await accountExists(ctx, query) },
}));
