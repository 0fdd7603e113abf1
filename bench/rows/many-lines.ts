import { basketsInTurn } from "../baskets.ts";
import { type Basket, journey, type Step } from "../journey.ts";
import { median, runLoad } from "../load.ts";
import type { Bench, Line, Row } from "../row.ts";

const compared: readonly Step[] = ["add lines", "contact", "address", "methods", "method", "place"];

/** Each step with 50 lines in the cart, and with one. */
export const manyLines: Row = {
  title: "lines",
  async run(bench) {
    const one = await basketsInTurn(bench, 1, 1);
    const fifty = await basketsInTurn(bench, 1, 50);
    const times = { one: new Map<Step, number[]>(), fifty: new Map<Step, number[]>() };
    await timeSteps(bench, fifty, new Map(), 10);
    for (let round = 0; round < (bench.quick ? 2 : 8); round++) {
      await timeSteps(bench, one, times.one, 10);
      await timeSteps(bench, fifty, times.fifty, 10);
    }
    return compared.map(
      (step): Line => ({
        what: `${step} with 50 lines, c = 1`,
        unit: "ms",
        ours: median(times.fifty.get(step) ?? []),
        beside: { what: "1 line", value: median(times.one.get(step) ?? []) },
        goal: "≤ 2 ×",
      }),
    );
  },
};

/** With the worker stopped, so that mails cost no time. */
async function timeSteps(bench: Bench, basket: () => Basket, times: Map<Step, number[]>, count: number) {
  const operation = journey(bench.shopUrl, basket, (step, ms) => {
    times.set(step, [...(times.get(step) ?? []), ms]);
  });
  process.kill(bench.pids.worker, "SIGSTOP");
  try {
    await runLoad(operation, 1, count);
  } finally {
    process.kill(bench.pids.worker, "SIGCONT");
  }
  await bench.mails.allSent();
}
