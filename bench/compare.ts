import { setTimeout as sleep } from "node:timers/promises";
import { cpuOf, cpuOfDatabase } from "./cpu.ts";
import { median, type Operation, quantile, runLoad } from "./load.ts";
import type { Bench } from "./row.ts";

/** Something to put under load. `pids` are the processes whose CPU it uses besides PostgreSQL's. */
export type Target = {
  operation: Operation;
  pids: readonly number[];
  /** Resolves once everything that the operations caused has been done: mails are sent. */
  settled?(): Promise<void>;
};

/** Medians over the rounds. CPU in milliseconds per operation. */
type Figures = { perSecond: number; p95: number; cpu: number; databaseCpu: number };
export type Effort = { clients: number; operations: number };

/**
 * Puts the targets under load in turn, in several rounds, so that a slow phase of the machine affects all.
 * @throws if an operation fails
 */
export async function compare<Name extends string>(
  bench: Bench,
  targets: Record<Name, Target>,
  { clients, operations }: Effort,
): Promise<Record<Name, Figures>> {
  const named = Object.entries<Target>(targets);
  const count = bench.quick ? Math.ceil(operations / 5) : operations;
  const rounds = new Map(named.map(([name]) => [name, [] as Figures[]]));
  for (const [, { operation, settled }] of named) {
    await runLoad(operation, clients, Math.ceil(count / 4));
    await settled?.();
  }
  for (let round = 0; round < (bench.quick ? 1 : 3); round++) {
    for (const [name, target] of named) rounds.get(name)?.push(await measure(bench, target, clients, count));
  }
  return Object.fromEntries(named.map(([name]) => [name, middle(rounds.get(name) ?? [])])) as Record<
    Name,
    Figures
  >;
}

async function measure(bench: Bench, target: Target, clients: number, operations: number): Promise<Figures> {
  const own = () => target.pids.reduce((sum, pid) => sum + cpuOf(pid), 0);
  const database = () => cpuOfDatabase(bench.pids.postmaster);
  // So that PostgreSQL's background work for an earlier target is not counted for this one.
  await sleep(bench.quick ? 0 : 500);
  const before = { own: own(), database: database(), at: performance.now() };
  const latencies = await runLoad(target.operation, clients, operations);
  await target.settled?.();
  const seconds = (performance.now() - before.at) / 1000;
  return {
    perSecond: operations / seconds,
    p95: quantile(latencies, 0.95),
    cpu: (own() - before.own) / operations,
    databaseCpu: (database() - before.database) / operations,
  };
}

function middle(rounds: readonly Figures[]): Figures {
  const over = (value: (round: Figures) => number) => median(rounds.map(value));
  return {
    perSecond: over(({ perSecond }) => perSecond),
    p95: over(({ p95 }) => p95),
    cpu: over(({ cpu }) => cpu),
    databaseCpu: over(({ databaseCpu }) => databaseCpu),
  };
}
