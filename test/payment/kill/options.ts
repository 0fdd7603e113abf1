import { readOptions } from "#scripts/process/options.ts";
import { Problem } from "#scripts/process/problem.ts";
import { type VictimName, victimNames } from "./system.ts";

const usage = `npm run kill -- [--rounds 50] [--victim ${victimNames.join("|")}] [--purchases] [--seed 1]`;

export type KillOptions = {
  /** How often each victim is killed. */
  rounds: number;
  victims: VictimName[];
  /** Only purchases without a payment provider. */
  withoutProvider: boolean;
  /** Chosen at random unless given. */
  seed: number;
};

/** The options of `npm run kill`. @throws Problem for an invalid one: without rounds or victims nothing is tested */
export function killOptions(args?: string[]): KillOptions {
  const { rounds, victim, purchases, seed } = readOptions(
    {
      rounds: { type: "string", default: "50" },
      victim: { type: "string", multiple: true, default: [...victimNames] },
      purchases: { type: "boolean", default: false },
      seed: { type: "string", default: String(Math.floor(Math.random() * 1e9)) },
    },
    usage,
    args,
  );
  return {
    rounds: wholeNumber("--rounds", rounds, 1),
    victims: victim.map(victimNamed),
    withoutProvider: purchases,
    seed: wholeNumber("--seed", seed, 0),
  };
}

function wholeNumber(option: string, text: string, least: number): number {
  const number = Number(text);
  if (!/^\d{1,9}$/.test(text) || number < least)
    throw new Problem(`${option} takes a whole number from ${least}, not ${text}.`, `Write: ${usage}`);
  return number;
}

function victimNamed(text: string): VictimName {
  const victim = victimNames.find((name) => name === text);
  if (victim) return victim;
  throw new Problem(`There is no victim ${text}.`, `Write: ${usage}`);
}
