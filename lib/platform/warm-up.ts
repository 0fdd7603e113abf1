import { db } from "#lib/platform/db.ts";
import { log } from "#lib/platform/log.ts";

/** Connects to the database and loads Prisma's query compiler. An unreachable database does not prevent the start. */
export async function warmUp(): Promise<void> {
  try {
    await db.shippingMethod.count();
  } catch (error) {
    log.warn({ err: error }, "the database does not answer yet");
  }
}
