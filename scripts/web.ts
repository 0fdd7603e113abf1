import { once } from "node:events";
import { createServer } from "node:http";
import next from "next";
import { rangeOf } from "#lib/platform/address-ranges.ts";
import { everythingDone } from "#lib/platform/afterwards.ts";
import { env } from "#lib/platform/env.ts";
import { withClientAddress } from "#lib/platform/http/client-address.ts";
import { log } from "#lib/platform/log/log.ts";
import { belongToLauncher } from "./process/belong.ts";
import { messageOf, Problem } from "./process/problem.ts";
import { drain } from "./web/drain.ts";
import { front } from "./web/front.ts";
import { inTurn } from "./web/in-turn.ts";
import { sendAnswer } from "./web/judge-answer.ts";
import { limitConnections } from "./web/limit-connections.ts";
import { isOwnRequest, markForOwnRequests } from "./web/own-requests.ts";
import { keepCallersOutOfTheConsole, keepNextOutOfTheLog } from "./web/quiet-console.ts";
import { isTrusted, realAddress, replaceClaims } from "./web/real-address.ts";
import { failurePage } from "./web/refusal-page.ts";
import { answerUnparsed } from "./web/unparsed.ts";

// The web server. Next's own would trust any client address in a header, and cut off answers on shutdown.
const drainMs = 10_000;
const proxies = env.TRUSTED_PROXIES.map(rangeOf).filter((range) => range !== null);
const dev = env.NODE_ENV === "development";

const server = createServer({
  // The front answers requests without a Host itself.
  requireHostHeader: false,
  // Only hot reload uses upgraded connections; others would hang until the client gives up.
  shouldUpgradeCallback: () => dev,
});
limitConnections(server);
const app = next({
  dev,
  httpServer: server,
  port: env.PORT,
  // Where Next fetches from itself after a form redirects: here, not at the public address.
  hostname: dev ? new URL(env.STOREFRONT_URL).hostname : "127.0.0.1",
  quiet: true,
});
const launcher = belongToLauncher("web", async () => {
  const endMs = Date.now() + drainMs;
  await drain(server, drainMs);
  await everythingDone(endMs - Date.now());
  await app.close();
});

// In development Next serves the APIs and all pages, so that an edited one takes effect immediately.
const routeAt = dev ? () => null : await (await import("./web/api-host.ts")).hostApis();
keepNextOutOfTheLog();
await app.prepare();
const pageAt = dev ? () => null : (await import("./web/page-host.ts")).hostPages();
const hosts = { next: app.getRequestHandler(), routeAt, pageAt };

const handle = inTurn((request, response) => {
  const peer = request.socket.remoteAddress ?? "";
  const claimed = request.headers["x-forwarded-for"]?.toString();
  // Its headers were already replaced by ours.
  const isOwn = isOwnRequest(request.headers);
  const address = isOwn && claimed ? claimed : realAddress(peer, claimed, proxies);
  if (!isOwn) replaceClaims(request.headers, { address, proxied: isTrusted(peer, proxies) });
  markForOwnRequests(request.headers);
  withClientAddress(address, () => front(request, response, hosts)).catch((error: unknown) => {
    if (request.destroyed && !request.complete) return;
    log.error({ source: "web", err: error }, "request failed");
    if (response.headersSent) response.destroy();
    else void sendAnswer(response, failurePage("/", error));
  });
});
server.on("request", handle);
answerUnparsed(server);
if (!dev) keepCallersOutOfTheConsole();
server.listen(env.PORT);
await once(server, "listening").catch((error: unknown) => {
  throw new Problem(
    `The web server cannot use port ${env.PORT}: ${messageOf(error)}`,
    "Set PORT to another port, or stop the program that uses this one.",
  );
});
log.info({ url: env.STOREFRONT_URL }, "web server started");
launcher.ready();
