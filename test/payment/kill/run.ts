import { randomFrom } from "#test/support/random.ts";
import { findGoods } from "./goods.ts";
import type { Stage } from "./journeys.ts";
import { takeLastLook } from "./last-look.ts";
import { faultsOf } from "./model.ts";
import { type Course, type Death, planRounds, play } from "./round.ts";
import { faultsOfShop } from "./shop-model.ts";
import { startSurroundings, type VictimName } from "./surroundings.ts";
import { truthsOf } from "./truth.ts";

export type Kills = {
  /** How often each victim is killed. */
  rounds: number;
  victims: VictimName[];
  /** Only purchases that ask no payment provider. */
  withoutProvider: boolean;
  seed: number;
  say: (line: string) => void;
};

/**
 * Kills each victim `rounds` times, at random moments of payments, while shoppers go on buying. In the end, when the
 * worker has nothing left to do, compares every purchase with what the shop promises. Returns the number of faults.
 */
export async function runKills({ rounds, victims, withoutProvider, seed, say }: Kills): Promise<number> {
  say(`Seed ${seed}: ${rounds} rounds for each of ${victims.join(", ")}.`);
  const random = randomFrom(seed);
  const at = await startSurroundings(random);
  const courses: Course[] = [];
  const deaths: Death[] = [];
  try {
    const stage: Stage = { at, goods: await findGoods(at.shopUrl), random };
    const half = Math.ceil(rounds / 2);
    for (const [capture, count] of [
      ["on-placement", half],
      ["on-shipping", rounds - half],
    ] as const) {
      await at.capture(capture);
      for (const round of planRounds(count, victims, { withoutProvider, capture, random })) {
        const startedAt = Date.now();
        const played = await play(round, stage);
        courses.push(...played.courses);
        deaths.push(played.death);
        const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
        const time = new Date(played.death.at).toISOString().slice(11, 23);
        say(
          `${deaths.length}. ${time} ${round.victim} killed ${played.how}; ${round.courses.join(", ")}; ${seconds} s`,
        );
      }
    }
    say("The last look …");
    await takeLastLook(at);
    const faults = await judge();
    for (const fault of faults) say(`\n${fault}`);
    say(`\n${summary()}, ${faults.length} faults (seed ${seed}).`);
    return faults.length;
  } finally {
    await at.stop();
  }

  function summary(): string {
    const { received } = at.mailbox;
    const ids = new Set(received.map(({ parsed }) => parsed.messageId));
    const ended = Object.entries(at.victims).filter(([, { ended }]) => ended() > 0);
    return [
      `${deaths.length} deaths`,
      `${courses.length} purchases`,
      `${ids.size} mails and ${received.length - ids.size} second copies`,
      ...ended.map(([name, { ended }]) => `${name} ended by itself ${ended()} times`),
    ].join(", ");
  }

  /** The purchases that did not end as promised, each with its history. */
  async function judge(): Promise<string[]> {
    const truths = await truthsOf(
      at,
      courses.map(({ shopper }) => shopper),
    );
    const unrecorded = deaths.flatMap((death) => death.unrecorded);
    const counted = courses.flatMap(({ shopper, title }) => {
      const truth = truths.get(shopper);
      const faults = [
        ...(shopper.failure ? [shopper.failure] : []),
        ...(truth ? faultsOf(shopper, truth, unrecorded) : ["nothing is known of it"]),
      ];
      return faults.length > 0 ? [[title, ...faults, ...shopper.log].join("\n  ")] : [];
    });
    return [
      ...counted,
      ...(await faultsOfShop(at, await findGoods(at.shopUrl).then(({ plenty }) => plenty))),
    ];
  }
}
