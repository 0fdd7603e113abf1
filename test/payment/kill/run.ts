import { randomFrom } from "#test/support/random.ts";
import { finishWork } from "./finish-work.ts";
import { findGoods } from "./goods.ts";
import type { Scene } from "./journeys.ts";
import { judge } from "./judge.ts";
import type { KillOptions } from "./options.ts";
import { planRounds } from "./plan-rounds.ts";
import { type Kill, type Purchase, playRound } from "./play-round.ts";
import { type System, startSystem } from "./system.ts";

/**
 * Kills each victim `rounds` times, at moments of payments, while shoppers go on buying. When the worker has nothing
 * left to do, compares every purchase with what the shop promises. Returns the number of broken promises.
 */
export async function runKills(
  { rounds, victims, withoutProvider, seed }: KillOptions,
  say: (line: string) => void,
): Promise<number> {
  say(`Seed ${seed}: ${rounds} rounds for each of ${victims.join(", ")}.`);
  const random = randomFrom(seed);
  const system = await startSystem(random);
  const purchases: Purchase[] = [];
  const kills: Kill[] = [];
  try {
    const scene: Scene = { system, goods: await findGoods(system.shopUrl), random };
    const half = Math.ceil(rounds / 2);
    for (const [capture, count] of [
      ["on-placement", half],
      ["on-shipping", rounds - half],
    ] as const) {
      await system.capture(capture);
      for (const round of planRounds(count, victims, { withoutProvider, capture, random })) {
        const startedAt = Date.now();
        const played = await playRound(round, scene);
        purchases.push(...played.purchases);
        kills.push(played.kill);
        const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
        const { at, when } = played.kill;
        const time = new Date(at).toISOString().slice(11, 23);
        say(
          `${kills.length}. ${time} ${round.victim} killed ${when}; ${round.journeys.join(", ")}; ${seconds} s`,
        );
      }
    }
    say("The worker finishes its work …");
    await finishWork(system);
    const faults = await judge(system, purchases, kills, scene.goods.plenty);
    for (const fault of faults) say(`\n${fault}`);
    const counts = [`${kills.length} kills`, `${purchases.length} purchases`, ...counted(system)];
    say(`\n${counts.join(", ")}, ${faults.length} faults (seed ${seed}).`);
    return faults.length;
  } finally {
    await system.stop();
  }
}

function counted({ mailbox, victims }: System): string[] {
  const { received } = mailbox;
  const ids = new Set(received.map(({ parsed }) => parsed.messageId));
  return [
    `${ids.size} mails and ${received.length - ids.size} second copies`,
    ...Object.entries(victims)
      .filter(([, { crashes }]) => crashes() > 0)
      .map(([name, { crashes }]) => `${name} ended by itself ${crashes()} times`),
  ];
}
