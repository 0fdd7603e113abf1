import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";
import { openPool } from "#lib/platform/database/open-pool.ts";
import { env } from "#lib/platform/env.ts";
import { journeySteps } from "./journey.ts";
import { track } from "./track.ts";

// The floor: the same requests as a guest's journey and a look at an order, by node:http and pg alone. It reads, locks
// and writes the rows that the shop reads, locks and writes, with prepared statements, and checks nothing.
const pool = openPool({ connectionString: env.DATABASE_URL, max: env.DATABASE_POOL_SIZE });
const steps = journeySteps(pool);

type Answer = { status: number; data: unknown; cartToken?: string };

async function answer(request: IncomingMessage): Promise<Answer> {
  const { method, url = "", headers } = request;
  const [, token] = url.split("/store/guest/orders/");
  if (token) return { status: 200, data: await track(pool, token) };
  const step = steps[`${method} ${url}`];
  if (!step) return { status: 404, data: null };
  const body: unknown = Number(headers["content-length"] ?? 0) > 0 ? await json(request) : null;
  return step({
    token: String(headers.authorization).slice(7),
    cartId: String(headers["x-cart-token"]),
    body,
  });
}

const server = createServer(async (request, response) => {
  const { status, data, cartToken } = await answer(request);
  const body = JSON.stringify({ data, message: "Success", statusCode: status });
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    ...(cartToken && { "x-cart-token": cartToken }),
  });
  response.end(body);
});
server.listen(env.PORT);
await once(server, "listening");
process.send?.("ready");
