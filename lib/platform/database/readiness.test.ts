import { expect, onTestFinished, test, vi } from "vitest";
import { pool } from "./db.ts";
import { checkReadiness } from "./readiness.ts";

test("a process whose connections are all lent stays ready for ten seconds, and answers within one", async () => {
  expect(await checkReadiness()).toMatchObject({ ready: true });
  const lent = await Promise.all(Array.from({ length: pool.options.max ?? 0 }, () => pool.connect()));
  onTestFinished(() => {
    for (const client of lent) client.release();
  });
  const start = performance.now();
  expect(await checkReadiness()).toMatchObject({ ready: true });
  expect(performance.now() - start).toBeLessThan(1000);
  const clock = vi.spyOn(performance, "now").mockReturnValue(start + 10_001);
  onTestFinished(() => clock.mockRestore());
  expect(await checkReadiness()).toEqual({
    ready: false,
    checks: { database: false, migrations: false, accepting: true },
  });
});
