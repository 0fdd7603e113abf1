import { log } from "#lib/platform/log/log.ts";
import { db, isMissingTable } from "./db.ts";

/**
 * Connects to the database and loads Prisma's query compiler. A database that is unreachable or not migrated does not
 * prevent the start.
 */
export async function warmUp(): Promise<void> {
  try {
    await db.shippingMethod.count();
  } catch (error) {
    if (isMissingTable(error)) log.warn("the database is not migrated yet: run migrate.js");
    else log.warn({ err: error }, "the database does not answer yet");
  }
}
