import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { newAnswers } from "./answers.ts";
import { answerApi } from "./api.ts";
import { newCallFaults } from "./call-faults.ts";
import { type Control, isWish, newControl } from "./control.ts";
import { newDeliveries, newEvent, type Webhook } from "./deliveries.ts";
import { StripeFault } from "./fault.ts";
import { answerPage } from "./hosted.ts";
import { newId } from "./ids.ts";
import { endRefunds } from "./refunds.ts";
import { expireOverdue } from "./sessions.ts";
import { newState, type Scene } from "./state.ts";

export type FakeStripe = {
  /** "http://127.0.0.1:PORT": for STRIPE_API_URL. */
  url: string;
  secretKey: string;
  control: Control;
  close(): Promise<void>;
};

type Options = { port?: number; secretKey?: string; webhook?: Webhook };

/** Starts a fake Stripe on this machine, for the real `stripe` package. No money moves. */
export async function startFakeStripe(options: Options = {}): Promise<FakeStripe> {
  const secretKey = options.secretKey ?? "sk_test_fake";
  const state = newState();
  const answers = newAnswers(state.now);
  const faults = newCallFaults();
  let webhook = options.webhook ?? null;
  const deliveries = newDeliveries(() => webhook);
  const scene: Scene = {
    ...state,
    emit(type, object) {
      const event = newEvent(type, object, state.now());
      scene.events.push(event);
      deliveries.send(event, sessionAbout(scene, object));
    },
  };
  const control = newControl({
    scene,
    faults,
    deliveries,
    setWebhook: (target) => {
      webhook = target;
    },
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
    const { method = "GET", headers } = request;
    const body = await textOf(request);
    if (url.pathname.startsWith("/c/")) {
      const page = answerPage(scene, { method, path: url.pathname, body });
      const sent = {
        "content-type": "text/html; charset=utf-8",
        ...(page.location && { location: page.location }),
      };
      response.writeHead(page.status, sent).end(page.html);
      return;
    }
    if (url.pathname.startsWith("/control/")) {
      const wish = url.pathname.slice("/control/".length);
      const result = isWish(wish) ? await control(wish, JSON.parse(body || "{}")) : null;
      response.writeHead(isWish(wish) ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(result ?? null));
      return;
    }
    const given = await answerApi({ scene, answers, faults, secretKey }, { method, url, headers, body });
    if (!given) {
      response.destroy();
      return;
    }
    response.writeHead(given.status, {
      "content-type": "application/json",
      "request-id": newId("req"),
      "stripe-version": String(headers["stripe-version"]),
    });
    response.end(JSON.stringify(given.body, null, 2));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const status = error instanceof StripeFault ? error.status : 500;
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify({ error: { message: String(error) } }));
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(options.port ?? 0, "127.0.0.1", listening);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  // Sessions expire and refunds end on time, and send their events.
  const clock = setInterval(() => {
    expireOverdue(scene);
    endRefunds(scene);
  }, 1_000);
  return {
    url: `http://127.0.0.1:${address.port}`,
    secretKey,
    control,
    close: () =>
      new Promise((closed) => {
        clearInterval(clock);
        deliveries.close();
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** The session that an object belongs to. */
function sessionAbout({ sessions }: Scene, object: object): string | undefined {
  const { id, payment_intent: intent }: { id?: unknown; payment_intent?: unknown } = object;
  const all = [...sessions.values()];
  return all.find(
    (session) =>
      session.id === id || (session.payment_intent !== null && [id, intent].includes(session.payment_intent)),
  )?.id;
}
