import type { LinkHandler } from "#lib/accounts/auth/index.ts";
import type { Guests } from "#lib/commerce/notifications/index.ts";
import type { Handler } from "#lib/commerce/order/handler.ts";
import type { StoreRoute } from "#lib/dialects/store-api/index.ts";

/** A part of the shop that is removed by deleting its line in lib/shop.ts. Plain data. */
export type Module = {
  id: string;
  /** Event handlers, run by the worker at least once and retried on failure. */
  handlers?: readonly Handler[];
  /** How guests get mail about their orders. Without it the shop has no guests. */
  guests?: Guests;
  /** Runs before better-auth continues; throwing stops it. */
  before?: { "anonymous_account.linked"?: LinkHandler };
  /** Loads the module's part of the store API. */
  storeRoutes?: () => Promise<readonly StoreRoute[]>;
};
