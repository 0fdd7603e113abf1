import { gzipSync } from "node:zlib";
import { startBarePage } from "../bare-page.ts";
import type { Line, Row } from "../row.ts";
import { open, type Page, shoppersPages } from "./shoppers-pages.ts";

/** What a page downloads, gzipped: its HTML and its scripts, beside a trivial page of the same Next. */
export const pageWeight: Row = {
  title: "pages: weight",
  async run(bench) {
    const bare = await startBarePage();
    try {
      const least = await weigh({ url: bare.url, cookie: "" });
      const pages = await shoppersPages(bench);
      const lines = pages.map(async (page): Promise<Line[]> => {
        const { html, scripts } = await weigh(page);
        const beside = (value: number) => ({ what: "trivial page", value });
        return [
          {
            what: `JavaScript: ${page.name}`,
            unit: "KB",
            ours: scripts,
            beside: beside(least.scripts),
            goal: "≤ + 15 KB",
          },
          {
            what: `HTML: ${page.name}`,
            unit: "KB",
            ours: html,
            beside: beside(least.html),
            goal: page.name === "catalogue" ? "≤ 15 KB" : "≤ 30 KB",
          },
        ];
      });
      return (await Promise.all(lines)).flat();
    } finally {
      await bare.stop();
    }
  },
};

async function weigh(page: Pick<Page, "url" | "cookie">): Promise<{ html: number; scripts: number }> {
  const html = await open(page);
  // Old browsers' scripts are marked; no browser that runs the others loads them.
  const tags = [...html.matchAll(/<script\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/nomodule/i.test(tag));
  const paths = new Set(tags.flatMap((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? []));
  const sizes = [...paths].map(async (path) => {
    const response = await fetch(new URL(path, page.url));
    return kilobytes(Buffer.from(await response.arrayBuffer()));
  });
  return { html: kilobytes(html), scripts: (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) };
}

function kilobytes(content: string | Buffer): number {
  return gzipSync(content).length / 1000;
}
