import { fromPrisma, PgBoss } from "pg-boss";
import type { Context } from "#lib/context.ts";
import { pool, type Transaction } from "#lib/db.ts";
import { type EventName, type EventPayload, eventSchemas } from "./events.ts";

// The publisher borrows the application's pool: it opens no connection of its own and runs no timers for upkeep.
const throughPool = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) };

const shared = globalThis as { guestCheckoutPublisher?: Promise<PgBoss> };

function publisher(): Promise<PgBoss> {
  shared.guestCheckoutPublisher ??= start();
  return shared.guestCheckoutPublisher;
}

async function start(): Promise<PgBoss> {
  try {
    return await new PgBoss({ db: throughPool, supervise: false, schedule: false, migrate: false }).start();
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
