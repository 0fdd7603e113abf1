import { orderMail } from "#lib/commerce/notifications/index.ts";
import type { Handler } from "#lib/commerce/order/handler.ts";
import { releasePayments } from "#lib/commerce/order/index.ts";
import { earnPoints } from "#lib/commerce/rewards/index.ts";
import { modules } from "#lib/modules.ts";

/** Everybody who hears of events: the core, then the modules that are on. */
export const handlers: readonly Handler[] = [
  orderMail,
  {
    name: "points",
    on: ["order.placed"],
    handle: ({ orderId }, { currency }) => earnPoints({ orderId, currency }),
  },
  { name: "payment-release", on: ["order.cancelled"], handle: releasePayments },
  ...modules.flatMap((module) => module.handlers ?? []),
];
