import type { BrowserContext, Page } from "@playwright/test";

/** What happens to an answer. In all cases except the first the shop has handled the request. */
type Fate = "never sent" | "cut after the work" | "a gateway's page" | "never answered";

/** The network between a browser and the shop. */
export type Network = {
  offline(): Promise<void>;
  online(): Promise<void>;
  /** Like a poor mobile connection, until the page is closed. */
  slow(): Promise<void>;
  /** Sets what happens to the next form that the page sends. Later requests are unaffected. */
  nextForm(fate: Fate): Promise<void>;
};

export function networkOf(page: Page, context: BrowserContext): Network {
  return {
    offline: () => context.setOffline(true),
    online: () => context.setOffline(false),
    async slow() {
      const devtools = await context.newCDPSession(page);
      const bytesPerSecond = 50 * 1024;
      await devtools.send("Network.emulateNetworkConditions", {
        offline: false,
        latency: 400,
        downloadThroughput: bytesPerSecond,
        uploadThroughput: bytesPerSecond,
      });
    },
    async nextForm(fate) {
      let spared = true;
      await page.route("**/*", async (route) => {
        const isForm = spared && route.request().headers()["next-action"] !== undefined;
        if (!isForm) return route.fallback();
        spared = false;
        if (fate === "never sent") return route.abort("connectionrefused");
        await route.fetch({ maxRedirects: 0 });
        // A route that is neither continued nor fulfilled leaves the browser waiting.
        if (fate === "never answered") return;
        if (fate === "cut after the work") return route.abort("connectionreset");
        return route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad Gateway</h1>" });
      });
    },
  };
}
