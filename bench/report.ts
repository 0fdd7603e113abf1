import { type Measured, median, quantile } from "./load.ts";

export type Round = {
  target: string;
  clients: number;
  measured: Measured;
  webCpuMs: number;
  databaseCpuMs: number;
};

type Row = {
  target: string;
  clients: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  web: number;
  database: number;
  errors: number;
};

/** The medians over the rounds, for each target and concurrency. CPU in milliseconds per operation. */
export function summarize(rounds: readonly Round[]): Row[] {
  const groups = Map.groupBy(rounds, ({ target, clients }) => `${clients} ${target}`);
  return [...groups.values()].map((group) => {
    const over = (value: (round: Round) => number) => median(group.map(value));
    const latency = (share: number) => over(({ measured }) => quantile(measured.latencies, share));
    return {
      target: group[0]?.target ?? "",
      clients: group[0]?.clients ?? 0,
      perSecond: over(({ measured }) => measured.operations / measured.seconds),
      p50: latency(0.5),
      p95: latency(0.95),
      p99: latency(0.99),
      web: over(({ webCpuMs, measured }) => webCpuMs / measured.operations),
      database: over(({ databaseCpuMs, measured }) => databaseCpuMs / measured.operations),
      errors: group.reduce((sum, { measured }) => sum + measured.errors, 0),
    };
  });
}

/** A Markdown table that compares each target with the baseline at the same concurrency. */
export function table(rows: readonly Row[], floor: string): string {
  const head = [
    "c",
    "target",
    "per s",
    "p50 ms",
    "p95 ms",
    "p99 ms",
    "CPU web ms",
    "CPU database ms",
    "CPU ÷ floor",
    "errors",
  ];
  const lines = rows.map((row) => {
    const base = rows.find((other) => other.clients === row.clients && other.target === floor);
    const ratio = base ? (row.web + row.database) / (base.web + base.database) : Number.NaN;
    const numbers = [row.perSecond, row.p50, row.p95, row.p99, row.web, row.database, ratio].map((value) =>
      value.toFixed(value < 10 ? 2 : 1),
    );
    return [row.clients, row.target, ...numbers, row.errors];
  });
  return [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
