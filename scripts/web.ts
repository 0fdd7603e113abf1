import { once } from "node:events";
import { createServer } from "node:http";
import next from "next";
import { env } from "#lib/env.ts";
import { withClientAddress } from "#lib/http/client-address.ts";
import { belongToLauncher } from "./process/belong.ts";
import { drain } from "./web/drain.ts";
import { isTrusted, parseRanges, realAddress, replaceClaims } from "./web/real-address.ts";

// The web server. Next's own would trust whatever address a client claims, and cut answers off when it ends.
const drainMs = 10_000;
const proxies = parseRanges(env.TRUSTED_PROXIES);
const dev = env.NODE_ENV === "development";

const server = createServer({
  // A client that is slow on purpose holds a connection no longer than this.
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  // Longer than the 60 s after which the usual balancers drop an idle connection, so that it is never we who race them.
  keepAliveTimeout: 65_000,
  // Only hot reload speaks over an upgraded connection; anything else would hang there until the client tires.
  shouldUpgradeCallback: () => dev,
});
const app = next({
  dev,
  httpServer: server,
  port: env.PORT,
  hostname: new URL(env.STOREFRONT_URL).hostname,
  quiet: true,
});
const launcher = belongToLauncher("web", async () => {
  await drain(server, drainMs);
  await app.close();
});

await app.prepare();
const handle = app.getRequestHandler();

server.on("request", (request, response) => {
  const peer = request.socket.remoteAddress ?? "";
  const address = realAddress(peer, request.headers["x-forwarded-for"]?.toString(), proxies);
  replaceClaims(request.headers, { address, proxied: isTrusted(peer, proxies), protocol: "http" });
  withClientAddress(address, () => handle(request, response)).catch((error: unknown) => {
    console.error(error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});
server.listen(env.PORT);
await once(server, "listening");
launcher.ready();
