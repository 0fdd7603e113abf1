import { changeAddress, removeAddress } from "#lib/commerce/customer/index.ts";
import { changeAddressSpec, removeAddressSpec } from "#lib/dialects/store-api/contract.ts";
import { storeRoute } from "#lib/dialects/store-api/index.ts";

export const PATCH = storeRoute(changeAddressSpec, async ({ ctx, params, body }) => ({
  data: await changeAddress(ctx, { ...params, change: body }),
}));

export const DELETE = storeRoute(removeAddressSpec, async ({ ctx, params }) => ({
  data: await removeAddress(ctx, params),
}));
