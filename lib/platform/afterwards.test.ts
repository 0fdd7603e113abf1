import { afterEach, expect, test, vi } from "vitest";
import { afterwards, everythingDone, giveUpDelayed, later } from "./afterwards.ts";

afterEach(() => void vi.useRealTimers());

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

test("what is to begin later begins then, unless it is given up", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const work = vi.fn(async () => undefined);
  later(work, 1_000);
  vi.advanceTimersByTime(999);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledOnce();
  later(work, 1_000);
  giveUpDelayed();
  vi.advanceTimersByTime(5_000);
  expect(work).toHaveBeenCalledOnce();
});
