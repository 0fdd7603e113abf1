import { db } from "#lib/platform/db.ts";
import { log } from "#lib/platform/log.ts";

/** Opens the database and loads Prisma's query compiler. A database that is away is no reason not to start. */
export async function warmUp(): Promise<void> {
  try {
    await db.shippingMethod.count();
  } catch (error) {
    log.warn({ err: error }, "the database does not answer yet");
  }
}
