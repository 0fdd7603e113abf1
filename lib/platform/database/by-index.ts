import type { ClientBase } from "pg";

/**
 * Has PostgreSQL find rows by an index even if their table is small. Connections keep plans, and PostgreSQL makes them
 * anew only after it has analysed the table, a minute later or more: what read three pages when the shop opened reads a
 * thousand in its first rush. An index reads as many rows as are asked for in either case.
 */
export async function readByIndex(client: ClientBase): Promise<void> {
  await client.query("set random_page_cost = 1.1; set seq_page_cost = 100");
}
