import { modules } from "#lib/modules.ts";
import { notifyOrderExpired, notifyOrderPlaced } from "#lib/notifications/index.ts";
import { releasePayments } from "#lib/order/index.ts";
import { earnPoints } from "#lib/rewards/index.ts";
import type { EventHandler, EventName } from "./events.ts";

const core: { [E in EventName]: EventHandler<E>[] } = {
  "order.placed": [notifyOrderPlaced, earnPoints],
  "order.cancelled": [releasePayments],
  "order.expired": [notifyOrderExpired],
};

/** Everybody who wants to hear of an event: the core, then the modules that are on. */
export function handlersOf<E extends EventName>(name: E): EventHandler<E>[] {
  return [...core[name], ...modules.flatMap((module) => module.on?.[name] ?? [])];
}
