import type { EventType } from "#lib/events/events.ts";
import { newId } from "#lib/platform/ids.ts";
import { shop } from "#lib/shop.ts";
import { runBatch } from "#lib/worker/run-batch.ts";

/** Delivers an event to every subscriber, as the worker would. @throws an error that names the handlers that failed */
export async function deliver(
  type: EventType,
  about: { orderId: string; shipmentId?: string },
): Promise<void> {
  const job = { id: newId(), data: { id: newId(), type, ...about }, retryCount: 0 };
  const listening = shop.handlers.filter(({ on }) => on.includes(type));
  const outcomes = await Promise.all(listening.map((handler) => runBatch(handler, [job])));
  const failed = listening.filter((_handler, index) =>
    outcomes[index]?.some(({ status }) => status !== "completed"),
  );
  if (failed.length > 0) throw new Error(`${type} failed in ${failed.map(({ name }) => name).join(", ")}`);
}
