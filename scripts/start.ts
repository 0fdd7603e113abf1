import { endWithNpm } from "./process/end-with-npm.ts";
import { readOptions } from "./process/options.ts";
import { report } from "./process/problem.ts";
import { startShop } from "./start/shop.ts";
import { loadEnvironment } from "./state/environment.ts";
import { takeLock } from "./state/lock.ts";

// npm start, npm start -- --stripe, npm run dev: runs everything the shop needs, until Ctrl-C.
process.title = "guest-checkout";
const stops: (() => Promise<void>)[] = [];
const abort = new AbortController();
let starting: Promise<void> = Promise.resolve();

/** Stops what was started, in reverse order, and exits. Idempotent. */
async function end(code: number): Promise<void> {
  if (abort.signal.aborted) return;
  abort.abort();
  await undo();
  // An interrupted start may still have started something.
  await starting.catch(() => undefined);
  await undo();
  process.exit(code);
}

async function undo(): Promise<void> {
  for (let stop = stops.pop(); stop; stop = stops.pop()) await stop().catch(report);
}

function fail(error: unknown): void {
  // Failures during shutdown are expected.
  if (abort.signal.aborted) return;
  report(error);
  void end(1);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (!abort.signal.aborted) console.log("\nStopping …");
    void end(0);
  });
}
process.on("uncaughtException", fail);
endWithNpm(() => void end(0));

try {
  const { dev, stripe: withStripe } = readOptions(
    { dev: { type: "boolean", default: false }, stripe: { type: "boolean", default: false } },
    "npm start, or npm start -- --stripe",
  );
  const command = dev ? "npm run dev" : `npm start${withStripe ? " -- --stripe" : ""}`;
  loadEnvironment();
  const release = await takeLock(command);
  stops.push(async () => release());
  starting = startShop({
    command,
    dev,
    withStripe,
    signal: abort.signal,
    onStop: (stop) => stops.push(stop),
    fail,
  });
  await starting;
} catch (error) {
  fail(error);
}
