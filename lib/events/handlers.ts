import { modules } from "#lib/modules.ts";
import { orderMail } from "#lib/notifications/index.ts";
import { releasePayments } from "#lib/order/index.ts";
import { earnPoints } from "#lib/rewards/index.ts";
import type { Handler } from "./handler.ts";

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
