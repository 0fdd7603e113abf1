import { setTimeout as sleep } from "node:timers/promises";
import { withClient } from "#scripts/postgres/with-client.ts";
import { type Journey, journeys, purchases, type Scene } from "./journeys.ts";
import type { Round } from "./plan-rounds.ts";
import { Shopper } from "./shopper.ts";
import type { System } from "./system.ts";

/** A purchase, titled with its round and journey. */
export type Purchase = { shopper: Shopper; title: string };

export type Kill = {
  /** When it happened, and how that came about. */
  at: number;
  when: string;
  /** The mails that a worker had begun to send when it was killed, and not recorded as sent. */
  unrecorded: string[];
};

const patienceMs = 6_000;
const anyMomentMs = 2_500;
const longestDelayMs = 120;
const longestPauseMs = 400;
const startsWithinMs = 300;

const all: Record<string, Journey> = { ...journeys, ...purchases };

/** Kills the victim in the middle of purchases, starts it again, and waits until the shoppers are done. */
export async function playRound(round: Round, scene: Scene): Promise<{ kill: Kill; purchases: Purchase[] }> {
  const { system, random } = scene;
  const victim = system.victims[round.victim];
  const delayMs = random() < 0.4 ? 0 : Math.floor(random() * longestDelayMs);
  const latestMs = round.moment === null ? Math.floor(random() * anyMomentMs) : patienceMs;
  const pauseMs = Math.floor(random() * longestPauseMs);
  const kill: Kill = { at: 0, when: "", unrecorded: [] };
  const killed = system.killSwitch.plan({ moment: round.moment, delayMs, latestMs }, async () => {
    kill.at = Date.now();
    await victim.kill();
    if (round.victim === "worker") kill.unrecorded = await unrecordedMails(system);
  });
  const begun = round.journeys.map((name) => ({
    name,
    shopper: new Shopper(system),
    title: `round ${round.number + 1}, ${round.victim}: ${name}`,
    startsAfter: random() * startsWithinMs,
  }));
  const bought = begun.map(async ({ name, shopper, startsAfter }) => {
    await sleep(startsAfter);
    await all[name]?.go(shopper, scene).catch((error: unknown) => {
      shopper.failure = String(error);
    });
  });
  kill.when = await killed;
  await sleep(pauseMs);
  await Promise.all([...bought, victim.start()]);
  return { kill, purchases: begun };
}

async function unrecordedMails({ databaseUrl }: System): Promise<string[]> {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<{ id: string }>("select message_id as id from outgoing_mail where sent_at is null"),
  );
  return rows.map(({ id }) => id);
}
