import { beforeEach } from "vitest";
import "#lib/shop.ts";
import { given } from "#lib/storefront/public-pages/given.ts";
import type { Hosts } from "#scripts/web/front.ts";
import { frontPage } from "#scripts/web/front-page.ts";
import type { ServePage } from "#scripts/web/page-host.ts";
import { answerOf, serveOnce } from "./one-answer.ts";
import type { Session } from "./sessions.ts";

/** What the page in place of Next's does besides, how it ends, and how often it was rendered in this test. */
export const rendering = { besides: (): unknown => undefined, ending: "", times: 0 };

/** Starts each test of a file with a plain page. */
export function watchRendering(): void {
  beforeEach(() => {
    Object.assign(rendering, { besides: () => undefined, ending: "</html>", times: 0 });
  });
}

/** What the page shows if nothing has been read for it. */
const nothing = {
  frame: { items: -1, isCustomer: false },
  catalogue: { query: { page: 1 }, categories: [], products: [], total: 0 },
  product: { product: null, outlook: null },
};

/** Shows all that it knows, with a nonce where Next has some. */
const page: ServePage = async ({ url, headers, rawHeaders }, response) => {
  rendering.times += 1;
  const shown = {
    frame: await given("frame", async () => nothing.frame),
    catalogue: await given("catalogue", async () => nothing.catalogue),
    product: await given("product", async () => nothing.product),
  };
  await rendering.besides();
  const nonce = headers["x-nonce"];
  response.setHeader("content-type", "text/html");
  response.setHeader("link", `</a.css>; nonce="${nonce}"`);
  response.write(`<!DOCTYPE html><script nonce="${nonce}"></script>`);
  response.end(JSON.stringify({ shown, url, headers, rawHeaders }) + rendering.ending);
};

const hosts: Hosts = {
  routeAt: () => null,
  next: async (_request, response) => void response.end("Next"),
  pageAt: () => page,
};

/** Asks for a page that is rendered without Next's server. */
export function askForPage(target: string, headers: Record<string, string> = {}, method = "GET") {
  const [path = ""] = target.split("?");
  const serving = serveOnce((request, response) => frontPage({ request, response, path, hosts }));
  return answerOf(serving, { path: target, method, headers });
}

export const bearer = ({ token }: Session) => ({ authorization: `Bearer ${token}` });
