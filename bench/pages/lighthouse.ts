import { spawn } from "node:child_process";
import * as z from "zod";
import { chromiumArgs, chromiumPath } from "#test/surroundings/chromium.ts";
import { startBarePage } from "../bare-page.ts";
import { median } from "../load.ts";
import type { Line, Row } from "../row.ts";
import { type Page, shoppersPages } from "./shoppers-pages.ts";

// Not a dependency: 176 MB, for this row alone.
const lighthouse = "lighthouse@13.5.0";
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
// Left out for pages that must not be indexed, which fail it on purpose.
const forIndexed = "is-crawlable";
const indexed = new Set(["catalogue", "product", "order look-up"]);

const reports = z.object({
  categories: z.record(z.enum(categories), z.object({ score: z.number() })),
  audits: z.record(z.string(), z.object({ numericValue: z.number().optional() })),
});
type Report = z.infer<typeof reports>;

/** What Lighthouse says of the pages on its phone, beside a trivial page of the same Next. */
export const pageLighthouse: Row = {
  title: "Lighthouse",
  async run(bench) {
    const version = await run(["--version"]);
    if ("fault" in version) {
      console.log(`Lighthouse: left out, as npm exec cannot fetch or start ${lighthouse}: ${version.fault}`);
      return [];
    }
    const bare = await startBarePage();
    try {
      const at = (name: string, path: string): Page => ({ name, url: `${bench.shopUrl}${path}`, cookie: "" });
      const pages = [
        { name: "bare", url: bare.url, cookie: "" },
        ...(await shoppersPages(bench)),
        at("order look-up", "/order-status"),
        at("sign-in", "/sign-in"),
        at("empty cart", "/cart"),
      ];
      const seen = new Map<string, Report[]>(pages.map(({ name }) => [name, []]));
      for (let round = 0; round < (bench.quick ? 1 : 3); round++)
        for (const page of pages) seen.get(page.name)?.push(await judge(page));
      const over = (name: string, value: (report: Report) => number) =>
        median((seen.get(name) ?? []).map(value));
      return pages.slice(1).flatMap(({ name }) => linesOf(name, over));
    } finally {
      await bare.stop();
    }
  },
};

function linesOf(name: string, over: (name: string, value: (report: Report) => number) => number): Line[] {
  const beside = (value: (report: Report) => number) => ({
    what: "trivial page",
    value: over("bare", value),
  });
  const score = (of: (typeof categories)[number]) => (report: Report) => 100 * report.categories[of].score;
  const figure = (of: string) => (report: Report) => report.audits[of]?.numericValue ?? Number.NaN;
  const timed = (what: string, unit: string, goal: string, of: string): Line => ({
    what: `Lighthouse, ${what}: ${name}`,
    unit,
    ours: over(name, figure(of)),
    beside: beside(figure(of)),
    goal,
  });
  return [
    {
      what: `Lighthouse, performance: ${name}`,
      unit: "",
      ours: over(name, score("performance")),
      beside: beside(score("performance")),
      isRate: true,
      goal: "≤ 1.05 ×",
    },
    ...categories.slice(1).map(
      (of): Line => ({
        what: `Lighthouse, ${of}: ${name}`,
        unit: "",
        ours: over(name, score(of)),
        beside: { what: "the best", value: 100 },
        isRate: true,
        goal: "100",
      }),
    ),
    timed("largest contentful paint", "ms", "", "largest-contentful-paint"),
    timed("long tasks", "ms", "", "total-blocking-time"),
    timed("layout shift", "", "0", "cumulative-layout-shift"),
  ];
}

/** @throws if Lighthouse cannot load the page */
async function judge({ name, url, cookie }: Page): Promise<Report> {
  const result = await run([
    url,
    "--quiet",
    "--output=json",
    `--only-categories=${categories}`,
    `--chrome-flags=--headless ${chromiumArgs.join(" ")}`,
    ...(indexed.has(name) ? [] : [`--skip-audits=${forIndexed}`]),
    ...(cookie ? [`--extra-headers=${JSON.stringify({ cookie })}`] : []),
  ]);
  if ("fault" in result) throw new Error(`Lighthouse, ${name}: ${result.fault}`);
  return reports.parse(JSON.parse(result.output));
}

/** Its output or, if there is none, the last line in which it or npm says why. */
async function run(args: readonly string[]): Promise<{ output: string } | { fault: string }> {
  const child = spawn("npm", ["exec", "--yes", "--fetch-retries=0", "--", lighthouse, ...args], {
    env: { ...process.env, CHROME_PATH: await chromiumPath() },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  const code = await new Promise<number | null>((resolve) => {
    child.on("error", () => resolve(null)).on("close", resolve);
  });
  return code === 0 ? { output } : { fault: said.trim().split("\n").at(-1) || "npm is not there" };
}
