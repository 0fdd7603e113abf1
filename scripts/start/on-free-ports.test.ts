import { expect, test, vi } from "vitest";
import { onFreePorts } from "./on-free-ports.ts";

/** Starts on ports, of which the first `taken` are taken, and tells what was printed. */
async function startWith(taken: number) {
  const printed = vi.spyOn(console, "log").mockImplementation(() => undefined);
  let port = 1025;
  const started = onFreePorts("mailbox", async (print) => {
    const own = port++;
    print(`${own} ${own < 1025 + taken ? "is taken" : "is ours"}`);
    if (own < 1025 + taken) throw new Error("ended");
    return { own, print };
  });
  const outcome = await started.then(
    ({ own, print }) => {
      print("a later line");
      return own;
    },
    () => "failed",
  );
  const lines = printed.mock.calls.flat();
  printed.mockRestore();
  return { outcome, lines };
}

test("a port that another program takes first is left to it, without a word", async () => {
  expect(await startWith(2)).toEqual({ outcome: 1027, lines: ["1027 is ours", "a later line"] });
});

test("a part that cannot start says why", async () => {
  expect(await startWith(9)).toEqual({ outcome: "failed", lines: ["1027 is taken"] });
});
