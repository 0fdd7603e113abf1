import pg from "pg";
import { vi } from "vitest";
import { frequent, pool } from "#lib/platform/database/db.ts";

/** A statement as it was sent to PostgreSQL. */
type Sent = { text: string; values: unknown[] };

/** The statements that `work` sends to PostgreSQL, through any library. Each is a round trip. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  return (await sentBy(work)).map(({ text }) => text);
}

/**
 * The same with their values. What a pool sends on a new connection before it lends it is not the work's: whether one is
 * opened depends on how long the others have been idle.
 */
export async function sentBy(work: () => Promise<unknown>): Promise<Sent[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  const ofPools = new Set<number>();
  const opened = (client: pg.ClientBase) => {
    for (const [at, sender] of query.mock.contexts.entries()) if (sender === client) ofPools.add(at);
  };
  for (const each of [pool, frequent]) each.on("connect", opened);
  try {
    await work();
    return query.mock.calls.filter((_, at) => !ofPools.has(at)).map(([sent]) => read(sent));
  } finally {
    for (const each of [pool, frequent]) each.off("connect", opened);
    query.mockRestore();
  }
}

function read(sent: unknown): Sent {
  if (typeof sent === "string") return { text: sent, values: [] };
  const { text = sent, values = [] } = sent as Partial<Sent>;
  return { text: String(text).replace(/\s+/g, " ").trim(), values };
}
