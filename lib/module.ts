import type { LinkHandler } from "#lib/accounts/auth/index.ts";
import type { Guests } from "#lib/commerce/notifications/index.ts";
import type { Handler } from "#lib/commerce/order/handler.ts";
import type { StoreRoute } from "#lib/dialects/store-api/index.ts";

/** A part of the shop that can be taken out by deleting its line in lib/shop.ts. Plain data. */
export type Module = {
  id: string;
  /** After the fact, by the worker, at least once; may fail and is tried again. */
  handlers?: readonly Handler[];
  /** How guests buy and hear of their orders. Without it the shop has none. */
  guests?: Guests;
  /** Before better-auth goes on; a throw stops it. */
  before?: { "anonymous_account.linked"?: LinkHandler };
  /** The module's part of the store API. */
  storeRoutes?: readonly StoreRoute[];
};
