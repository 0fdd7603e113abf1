import type { PgBoss } from "pg-boss";
import { tellReturned } from "#lib/commerce/notifications/index.ts";
import { expireUnpaidOrders, tendDuePayments } from "#lib/commerce/order/index.ts";
import { deleteExpired } from "./housekeeping/index.ts";
import { type ScheduledQueue, spreadEarlierJobs } from "./queues.ts";

/** What the job of each scheduled queue does. A run may be repeated. */
export function scheduledJobs(boss: PgBoss): Record<ScheduledQueue, () => Promise<unknown>> {
  return {
    housekeeping: deleteExpired,
    "unpaid-orders": async () => {
      await expireUnpaidOrders();
      await spreadEarlierJobs(boss);
    },
    payments: tendDuePayments,
    "returned-money": tellReturned,
  };
}
