import { spawn } from "node:child_process";
import { once } from "node:events";
import { freePort } from "#scripts/process/free-port.ts";
import { answering, buildBarePage, startBarePage } from "../bare-page.ts";
import { cpuOf } from "../cpu.ts";
import { median } from "../load.ts";
import type { Line, Row } from "../row.ts";
import { webArgs } from "../surroundings.ts";

/** From the start of the built web server, with PostgreSQL running, to its first answers from the database. */
export const coldStart: Row = {
  title: "cold start",
  async run(bench) {
    const starts: Start[] = [];
    for (let round = 0; round < (bench.quick ? 1 : 5); round++) starts.push(await startOnce());
    await buildBarePage();
    const from = performance.now();
    const bare = await startBarePage();
    const bareStart = {
      apiMs: performance.now() - from,
      apiCpuMs: cpuOf(bare.pid),
      pageMs: performance.now() - from,
    };
    await bare.stop();
    const line = (what: string, unit: string, goal: string, value: (start: Start) => number): Line => ({
      what,
      unit,
      ours: median(starts.map(value)),
      beside: { what: "Next with a trivial page", value: value(bareStart) },
      goal,
    });
    return [
      line("cold start to the first answer of the API", "ms", "≤ 1.5 s", ({ apiMs }) => apiMs),
      line("of which CPU", "ms", "", ({ apiCpuMs }) => apiCpuMs),
      line("cold start to the first page", "ms", "", ({ pageMs }) => pageMs),
    ];
  },
};

type Start = { apiMs: number; apiCpuMs: number; pageMs: number };

async function startOnce(): Promise<Start> {
  const port = String(await freePort(3970));
  const url = `http://localhost:${port}`;
  const from = performance.now();
  const child = spawn(process.execPath, webArgs, {
    env: { ...process.env, PORT: port, STOREFRONT_URL: url },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    await answering(`${url}/store/products`, child);
    const apiMs = performance.now() - from;
    const apiCpuMs = cpuOf(child.pid ?? 0);
    await answering(`${url}/`, child);
    return { apiMs, apiCpuMs, pageMs: performance.now() - from };
  } finally {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
}
