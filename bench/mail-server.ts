import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { SMTPServer } from "smtp-server";
import { openPool } from "#lib/platform/database/open-pool.ts";

const longestWaitMs = 120_000;

/** A mail server that accepts every mail and keeps none. */
export type Mails = {
  /** For SMTP_URL. */
  url: string;
  /**
   * Resolves once the worker has done all that was asked of it. @throws after two minutes, or if fewer mails came than
   * were sent
   */
  allSent(): Promise<void>;
  stop(): Promise<void>;
};

export async function startMailServer(databaseUrl: string): Promise<Mails> {
  const pool = openPool({ connectionString: databaseUrl, max: 1 });
  let received = 0;
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 20,
    onData(stream, _session, done) {
      stream.resume().once("end", () => {
        received += 1;
        done();
      });
    },
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const ask = async (text: string) => (await pool.query<{ count: number }>(text)).rows[0]?.count;

  const allSent = async () => {
    const until = performance.now() + longestWaitMs;
    while ((await ask(unfinished)) !== 0) {
      if (performance.now() > until) throw new Error("The worker has not finished");
      // Each query costs the database several ms, which are counted as the shop's.
      await sleep(100);
    }
    const sent = await ask(sentMails);
    if (received !== sent) throw new Error(`${received} mails came, ${sent} were sent`);
  };
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    allSent,
    stop: async () => {
      await pool.end();
      server.close();
    },
  };
}

// Named like the statistics, so that they are not counted as the shop's: see statements.ts.
const unfinished = `select count(*)::int as count /* pg_stat_statements */ from pgboss.job
  where state < 'completed' and name in (select name from pgboss.subscription)`;
const sentMails =
  "select count(*)::int as count /* pg_stat_statements */ from outgoing_mail where sent_at is not null";
