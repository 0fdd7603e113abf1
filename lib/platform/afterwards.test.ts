import { expect, test } from "vitest";
import { afterwards, everythingDone } from "./afterwards.ts";

test("what was begun is waited for before the process ends, but not for ever", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  let isDone = false;
  afterwards(async () => {
    await promise;
    isDone = true;
  });
  await everythingDone(20);
  expect(isDone).toBe(false);
  const ended = everythingDone(5_000);
  resolve();
  await ended;
  expect(isDone).toBe(true);
  await everythingDone(5_000);
});
