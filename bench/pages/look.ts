import { type Browser, chromium } from "@playwright/test";
import { chromiumArgs, chromiumPath } from "#test/surroundings/chromium.ts";
import { startBarePage } from "../bare-page.ts";
import { median } from "../load.ts";
import type { Line, Row } from "../row.ts";
import { type Page, shoppersPages } from "./shoppers-pages.ts";

type Seen = { lcp: number; longTasks: number; shift: number };

// A cheap phone, as Lighthouse has it.
const slowdown = 4;
const viewport = { width: 390, height: 844 };

/** What a browser on a slow phone sees: the largest content's time, long tasks, layout shift. */
export const pageLook: Row = {
  title: "pages: in a browser",
  async run(bench) {
    const bare = await startBarePage();
    const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs });
    try {
      const pages = [{ name: "bare", url: bare.url, cookie: "" }, ...(await shoppersPages(bench))];
      const rounds = bench.quick ? 2 : 7;
      const seen = new Map<string, Seen[]>(pages.map(({ name }) => [name, []]));
      for (let round = 0; round < rounds; round++)
        for (const page of pages) seen.get(page.name)?.push(await look(browser, page));
      const over = (name: string, value: (each: Seen) => number) => median((seen.get(name) ?? []).map(value));
      return pages.slice(1).flatMap(({ name }): Line[] => {
        const line = (what: string, unit: string, goal: string, value: (each: Seen) => number): Line => ({
          what: `${what}: ${name}`,
          unit,
          ours: over(name, value),
          beside: { what: "trivial page", value: over("bare", value) },
          goal,
        });
        return [
          line("largest contentful paint", "ms", "", ({ lcp }) => lcp),
          line("long tasks", "ms", "", ({ longTasks }) => longTasks),
          line("layout shift", "", "0", ({ shift }) => shift),
        ];
      });
    } finally {
      await browser.close();
      await bare.stop();
    }
  },
};

async function look(browser: Browser, { url, cookie }: Page): Promise<Seen> {
  const context = await browser.newContext({
    viewport,
    isMobile: true,
    extraHTTPHeaders: cookie ? { cookie } : {},
  });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(1_000);
    return await page.evaluate(async () => {
      const entries = <T extends PerformanceEntry>(type: string) =>
        new Promise<T[]>((resolve) => {
          new PerformanceObserver((list, observer) => {
            observer.disconnect();
            resolve(list.getEntries() as T[]);
          }).observe({ type, buffered: true });
          // Nothing of this type is reported at all.
          setTimeout(() => resolve([]), 100);
        });
      const paints = await entries("largest-contentful-paint");
      const tasks = await entries("longtask");
      const shifts = await entries<PerformanceEntry & { value: number }>("layout-shift");
      return {
        lcp: paints.at(-1)?.startTime ?? Number.NaN,
        longTasks: tasks.reduce((sum, { duration }) => sum + duration, 0),
        shift: shifts.reduce((sum, { value }) => sum + value, 0),
      };
    });
  } finally {
    await context.close();
  }
}
