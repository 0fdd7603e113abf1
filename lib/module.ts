import type { CartMode } from "#lib/commerce/cart/index.ts";
import type { OrderMail } from "#lib/commerce/notifications/mails/index.ts";
import type { Handler } from "#lib/commerce/order/handler.ts";
import type { EventType } from "#lib/events/index.ts";
import type { Context } from "#lib/platform/context.ts";
import type { RouteSpec } from "#lib/platform/http/spec.ts";

/** Somebody with an anonymous session has signed in to an account. */
export type AnonymousAccountLinked = {
  anonymousUserId: string;
  userId: string;
  /** What becomes of the guest's cart beside the account's; merged unless said otherwise. */
  cartMode?: CartMode | undefined;
  /** The guest's cart that this is about; the latest active one unless said otherwise. */
  cartId?: string | undefined;
};

export type Guests = {
  /** Opens a guest's order for whoever has it. The same at every call. */
  orderUrl: (orderId: string) => Promise<string>;
  /** Mails of the guests' own; of other events they get the shop's. */
  mails: Partial<Record<EventType, OrderMail>>;
};

/** Works in the transaction of the context: what a later handler cannot do, none has done. */
export type LinkHandler = (ctx: Context, linked: AnonymousAccountLinked) => Promise<void>;

/** A part of the shop that can be taken out by deleting its line in lib/modules.ts. Plain data. */
export type Module = {
  id: string;
  /** After the fact, by the worker, at least once; may fail and is tried again. */
  handlers?: readonly Handler[];
  /** How guests hear of their orders. Without it they do not. */
  guests?: Guests;
  /** Before better-auth goes on; a throw stops it. */
  before?: { "anonymous_account.linked"?: LinkHandler };
  /** The module's part of the store API's contract. */
  contract?: readonly RouteSpec[];
};
