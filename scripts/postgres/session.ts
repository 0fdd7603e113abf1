import { Problem } from "../process/problem.ts";
import { lockHolder, takeLock } from "../state/lock.ts";
import { embeddedUrl, startEmbedded } from "./embedded.ts";
import { checkServer } from "./external.ts";

type Session = {
  /** The command, shown to others that find the database in use. */
  what: string;
  /** Whether the embedded database has to be free. */
  alone?: boolean;
};

/**
 * Runs `use` with the shop's database: the server in DATABASE_URL, the embedded one of a running shop, or the embedded
 * one started for the duration.
 */
export async function withDatabase<T>(
  { what, alone = false }: Session,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await checkServer(given);
    return use(given);
  }
  const holder = lockHolder();
  if (holder && alone) {
    throw new Problem(
      `${holder.what} is using the database (process ${holder.pid}).`,
      `Stop it first: kill ${holder.pid}`,
    );
  }
  const running = holder && embeddedUrl();
  if (running) return use(running);

  const release = await takeLock(what);
  try {
    const embedded = await startEmbedded();
    try {
      return await use(embedded.url);
    } finally {
      await embedded.stop();
    }
  } finally {
    release();
  }
}
