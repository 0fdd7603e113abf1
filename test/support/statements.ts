import pg from "pg";
import { vi } from "vitest";

/** The statements that `work` sends to PostgreSQL, through any library. Each is a round trip. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return query.mock.calls.map(([sent]) => textOf(sent));
  } finally {
    query.mockRestore();
  }
}

function textOf(sent: unknown): string {
  if (typeof sent === "string") return sent;
  const text = typeof sent === "object" && sent !== null && "text" in sent ? sent.text : sent;
  return String(text).replace(/\s+/g, " ").trim();
}
