import { createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { Moment } from "./kill-switch.ts";

type Call = "start" | "look" | "close" | "capture" | "release" | "refund" | "webhook";

const calls: [RegExp, Call][] = [
  [/^POST \/v1\/checkout\/sessions$/, "start"],
  [/^POST \/v1\/checkout\/sessions\/[^/]+\/expire$/, "close"],
  [/^GET \/v1\/checkout\/sessions/, "look"],
  [/^POST \/v1\/payment_intents\/[^/]+\/capture$/, "capture"],
  [/^POST \/v1\/payment_intents\/[^/]+\/cancel$/, "release"],
  [/^POST \/v1\/refunds$/, "refund"],
  [/^POST \/webhooks\//, "webhook"],
];

type Options = {
  stripeUrl: string;
  shopUrl: string;
  /** Called before each call arrives, and before its answer does. True if a process was killed at that moment. */
  reached: (moment: Moment) => Promise<boolean>;
  /** Whether a call at which a process was killed is lost before it arrives. */
  loses: () => boolean;
};

/** Relays the calls between the shop and the fake Stripe, and reports each one. */
export async function startRelay({ stripeUrl, shopUrl, reached, loses }: Options) {
  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url = "/", headers } = request;
    const call = calls.find(([pattern]) => pattern.test(`${method} ${url.split("?")[0]}`))?.[1];
    const body = await buffer(request);
    if (call && (await reached(`before ${call}`)) && loses()) {
      response.destroy();
      return;
    }
    const target = new URL(url, call === "webhook" ? shopUrl : stripeUrl);
    const answer = await new Promise<IncomingMessage>((resolve, reject) =>
      send(target, { method, headers, agent: false }, resolve).on("error", reject).end(body),
    );
    const text = await buffer(answer);
    if (call) await reached(`after ${call}`);
    response.writeHead(answer.statusCode ?? 502, answer.headers).end(text);
  }

  const server = createServer((request, response) => {
    // The process that should answer was killed.
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}
