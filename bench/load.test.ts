import { expect, test } from "vitest";
import { quantile, runLoad } from "./load.ts";

test("all operations are done once, by as many clients as there are", async () => {
  const clients = new Set<number>();
  const latencies = await runLoad(async (client) => void clients.add(client), 3, 10);
  expect([latencies.length, clients.size]).toEqual([10, 3]);
});

test("an operation that fails ends the load of all clients with its error, and nothing is measured", async () => {
  let started = 0;
  const operation = async () => {
    started += 1;
    if (started === 5) throw new Error("409 for placing");
    await Promise.resolve();
  };
  await expect(runLoad(operation, 2, 1_000)).rejects.toThrow("409 for placing");
  await new Promise(setImmediate);
  expect(started).toBeLessThan(10);
});

test("a quantile is a value of the list, and 0 of an empty one", () => {
  expect([quantile([3, 1, 2], 0.5), quantile([3, 1, 2], 1), quantile([], 0.95)]).toEqual([2, 3, 0]);
});
