import { fromPrisma, PgBoss } from "pg-boss";
import type { Context } from "#lib/context.ts";
import type { Transaction } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { type EventName, type EventPayload, eventSchemas } from "./events.ts";

const shared = globalThis as { guestCheckoutPublisher?: Promise<PgBoss> };

function publisher(): Promise<PgBoss> {
  shared.guestCheckoutPublisher ??= start();
  return shared.guestCheckoutPublisher;
}

async function start(): Promise<PgBoss> {
  try {
    // A connection of its own, closed when idle: transactions that wait for the publisher may hold all of the pool's.
    const boss = new PgBoss({
      connectionString: env.DATABASE_URL,
      max: 1,
      supervise: false,
      schedule: false,
      migrate: false,
    });
    boss.on("error", (error) => log.error({ err: error }, "publisher failed"));
    return await boss.start();
  } catch (error) {
    // The next event tries again.
    delete shared.guestCheckoutPublisher;
    throw error;
  }
}

/** Puts the event into the queue in the context's transaction: it is delivered if, and only if, that commits. */
export async function publish<E extends EventName>(
  ctx: Context & { tx: Transaction },
  name: E,
  payload: EventPayload<E>,
): Promise<void> {
  const boss = await publisher();
  await boss.send(name, eventSchemas[name].parse(payload), { db: fromPrisma(ctx.tx) });
}
