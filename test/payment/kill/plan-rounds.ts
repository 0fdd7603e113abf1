import { type CaptureTime, journeys, purchases } from "./journeys.ts";
import { type Moment, moments } from "./kill-switch.ts";
import type { VictimName } from "./system.ts";

/** One kill, and the three purchases that go on meanwhile. */
export type Round = {
  number: number;
  victim: VictimName;
  /** The moment to kill at; null: any. */
  moment: Moment | null;
  /** Names of journeys. */
  journeys: string[];
};

type Options = {
  /** Only purchases without a payment provider. */
  withoutProvider: boolean;
  capture: CaptureTime;
  random: () => number;
};

/** `count` rounds for each victim: each moment in turn, and any moment. */
export function planRounds(
  count: number,
  victims: readonly VictimName[],
  { withoutProvider, capture, random }: Options,
): Round[] {
  const oneOf = <T>(things: readonly T[]) => things[Math.floor(random() * things.length)] as T;
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
      const moment = aims[(offset + number + index * 5) % aims.length] ?? null;
      const fitting = names.filter((name) => moment !== null && journeys[name]?.reaches?.includes(moment));
      const first = oneOf(fitting.length > 0 ? fitting : names);
      // A different one: two that empty the same shelf would get in each other's way.
      const second = oneOf(names.filter((name) => name !== first));
      return { number, victim, moment, journeys: [first, second, oneOf(plain)] };
    }),
  ).flat();
}

/** The moments that only some journeys reach. */
const rare: readonly Moment[] = Object.values(journeys).flatMap(({ reaches = [] }) => reaches);
