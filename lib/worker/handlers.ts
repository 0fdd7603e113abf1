import { orderMail } from "#lib/commerce/notifications/index.ts";
import type { Handler } from "#lib/commerce/order/handler.ts";
import { tendOrder } from "#lib/commerce/order/index.ts";
import { earnPoints } from "#lib/commerce/rewards/index.ts";

/** The core's own event handlers. */
export const coreHandlers: readonly Handler[] = [
  orderMail,
  {
    name: "points",
    on: ["order.placed"],
    handleAll: (events) => earnPoints(events.map(({ orderId }) => orderId)),
  },
  { name: "payment-release", on: ["order.cancelled"], handle: tendOrder },
  { name: "payment-capture", on: ["order.shipped", "order.delivered"], handle: tendOrder },
];
