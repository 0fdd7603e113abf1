import { addAddress, listAddresses } from "#lib/commerce/customer/index.ts";
import { addAddressSpec, listAddressesSpec } from "#lib/dialects/store-api/contract.ts";
import { storeRoute } from "#lib/dialects/store-api/index.ts";

export const GET = storeRoute(listAddressesSpec, async ({ ctx }) => ({ data: await listAddresses(ctx) }));

export const POST = storeRoute(addAddressSpec, async ({ ctx, body }) => ({
  data: await addAddress(ctx, body),
}));
