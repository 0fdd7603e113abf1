import { startBarePage } from "../bare-page.ts";
import { compare, type Target } from "../compare.ts";
import { runLoad } from "../load.ts";
import type { Line, Row } from "../row.ts";
import { open, type Page, shoppersPages } from "./shoppers-pages.ts";

// V8 optimizes what has run a few hundred times. Until then a page costs up to twice as much.
const warmUp = 400;

/** Pages that the web server sends again as they were rendered while nothing on them changes. */
const kept = new Set(["catalogue", "product"]);

/** The web process's CPU for a page, beside a trivial page of the same Next. */
export const pageCpu: Row = {
  title: "pages: CPU",
  async run(bench) {
    const bare = await startBarePage();
    try {
      const pages = await shoppersPages(bench);
      const named = [
        ...pages.map((page) => [page.name, () => page] as const),
        ...pages
          .filter(({ name }) => kept.has(name))
          .map((page) => [`${page.name}, rendered`, anew(page)] as const),
      ];
      const ofShop = named.map(([name, page]) => {
        const operation = async () => void (await open(page()));
        return [name, { operation, pids: [bench.pids.shop] }] as const;
      });
      const ofBare = {
        operation: async () => void (await open({ url: bare.url, cookie: "" })),
        pids: [bare.pid],
      };
      const targets = Object.fromEntries<Target>([...ofShop, ["bare", ofBare]]);
      for (const { operation } of Object.values(targets)) await runLoad(operation, 4, warmUp);
      const figures = await compare(bench, targets, { clients: 4, operations: 400 });
      return named.map(
        ([name]): Line => ({
          what: `CPU of the page: ${name}`,
          unit: "ms",
          ours: figures[name]?.cpu ?? Number.NaN,
          beside: { what: "trivial page", value: figures.bare?.cpu ?? Number.NaN },
          goal: "≤ 1.3 ×",
        }),
      );
    } finally {
      await bare.stop();
    }
  },
};

/** The page for a reader in another region each time. More regions than pages are kept, so it has to be rendered. */
function anew(page: Page): () => Page {
  let times = 0;
  return () => ({ ...page, locale: `en-${regions[times++ % regions.length]}` });
}

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const regions = letters.slice(0, 12).flatMap((first) => letters.map((second) => first + second));
