import { setTimeout as sleep } from "node:timers/promises";
import { withClient } from "#scripts/postgres/with-client.ts";
import { type CaptureTime, type Journey, journeys, purchases, type Stage } from "./journeys.ts";
import { Shopper } from "./shopper.ts";
import type { Surroundings, VictimName } from "./surroundings.ts";
import { type Moment, moments } from "./trap.ts";

/** A purchase, and the round that it was part of. */
export type Course = { shopper: Shopper; title: string };
export type Death = {
  victim: VictimName;
  at: number;
  /** The mails that a worker had begun to send when it died, and not recorded as sent. */
  unrecorded: string[];
};

export type Round = {
  number: number;
  victim: VictimName;
  /** The moment to kill at; null: any. */
  aim: Moment | null;
  /** The names of the purchases around it. */
  courses: string[];
};

const patienceMs = 6_000;
const anyMomentMs = 2_500;
const longestDelayMs = 120;
const longestPauseMs = 400;
const startsWithinMs = 300;

const all: Record<string, Journey> = { ...journeys, ...purchases };

/** The rounds of a run: every moment in turn for every victim, and at any moment. */
export function planRounds(
  count: number,
  victims: readonly VictimName[],
  {
    withoutProvider,
    capture,
    random,
  }: { withoutProvider: boolean; capture: CaptureTime; random: () => number },
): Round[] {
  const among = <T>(things: readonly T[]) => things[Math.floor(random() * things.length)] as T;
  const plain = Object.keys(purchases);
  const paying = Object.keys(journeys).filter((name) => (journeys[name]?.capture ?? capture) === capture);
  const names = withoutProvider ? plain : paying;
  const reached = names.flatMap((name) => journeys[name]?.reaches ?? []);
  const aims: (Moment | null)[] = withoutProvider
    ? ["asked to pay", "ordered", null]
    : [...moments.filter((moment) => !rare.includes(moment) || reached.includes(moment)), null];
  const offset = Math.floor(random() * aims.length);
  return Array.from({ length: count }, (_, number) =>
    victims.map((victim, index) => {
      const aim = aims[(offset + number + index * 5) % aims.length] ?? null;
      const fitting = names.filter((name) => aim !== null && journeys[name]?.reaches?.includes(aim));
      const first = among(fitting.length > 0 ? fitting : names);
      // Another one: two that empty the same shelf would get in each other's way.
      const second = among(names.filter((name) => name !== first));
      return { number, victim, aim, courses: [first, second, among(plain)] };
    }),
  ).flat();
}

const rare: readonly Moment[] = Object.values(journeys).flatMap(({ reaches = [] }) => reaches);

async function unrecordedMails({ databaseUrl }: Surroundings): Promise<string[]> {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<{ id: string }>("select message_id as id from outgoing_mail where sent_at is null"),
  );
  return rows.map(({ id }) => id);
}

/** Kills the victim in the middle of purchases, starts it again, and waits until the shoppers are done. */
export async function play(
  { number, victim: name, aim, courses }: Round,
  stage: Stage,
): Promise<{ how: string; courses: Course[]; death: Death }> {
  const { at, random } = stage;
  const victim = at.victims[name];
  const delayMs = random() < 0.4 ? 0 : Math.floor(random() * longestDelayMs);
  const limitMs = aim === null ? Math.floor(random() * anyMomentMs) : patienceMs;
  const pauseMs = Math.floor(random() * longestPauseMs);
  const death: Death = { victim: name, at: 0, unrecorded: [] };
  const killed = at.trap.arm(aim, delayMs, limitMs, async () => {
    death.at = Date.now();
    await victim.kill();
    if (name === "worker") death.unrecorded = await unrecordedMails(at);
  });
  const begun = courses.map((kind) => {
    const shopper = new Shopper(at);
    return {
      shopper,
      title: `round ${number + 1}, ${name}: ${kind}`,
      kind,
      startsAfter: random() * startsWithinMs,
    };
  });
  const bought = begun.map(async ({ shopper, kind, startsAfter }) => {
    await sleep(startsAfter);
    await all[kind]?.go(shopper, stage).catch((error: unknown) => {
      shopper.failure = String(error);
    });
  });
  const how = await killed;
  await sleep(pauseMs);
  await Promise.all([...bought, victim.start()]);
  return { how, courses: begun, death };
}
