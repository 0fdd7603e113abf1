import { setTimeout as sleep } from "node:timers/promises";
import Stripe from "stripe";
import type { Answer, Answers } from "./answers.ts";
import type { CallFaults } from "./call-faults.ts";
import { endpoints } from "./endpoints.ts";
import { StripeFault } from "./fault.ts";
import { parseForm } from "./form.ts";
import { expireOverdue } from "./sessions.ts";
import type { Scene } from "./state.ts";

type ApiRequest = {
  method: string;
  url: URL;
  headers: Record<string, string | string[] | undefined>;
  body: string;
};

type Parts = { scene: Scene; answers: Answers; faults: CallFaults; secretKey: string };

const broken: Answer = {
  status: 500,
  body: { error: { type: "api_error", message: "An unknown error occurred" } },
};

/** Answers a call of Stripe's API. Null means that the connection has to be cut. */
export async function answerApi(parts: Parts, request: ApiRequest): Promise<Answer | null> {
  try {
    authenticate(request, parts.secretKey);
    checkVersion(request);
    return await serve(parts, request);
  } catch (error) {
    if (error instanceof StripeFault) return { status: error.status, body: error.body };
    throw error;
  }
}

async function serve({ scene, answers, faults }: Parts, request: ApiRequest): Promise<Answer | null> {
  const { endpoint, id } = find(request);
  const text = request.method === "GET" ? request.url.search.slice(1) : request.body;
  const work = endpoint.prepare(parseForm(text));
  const key = request.method === "POST" ? keyOf(request) : undefined;
  const before = key && answers.take(key, `${request.method} ${request.url.pathname}`, text);
  if (before) return before;

  const fault = faults.next(endpoint.name);
  if (fault?.kind === "slow") await sleep(fault.ms);
  if (fault?.kind === "error" || fault?.kind === "limit" || fault?.kind === "cut-before") {
    if (key) answers.free(key);
    if (fault.kind === "limit") throw new StripeFault(429, "Too many requests.", { code: "rate_limit" });
    return fault.kind === "error" ? broken : null;
  }
  expireOverdue(scene);
  const done =
    fault?.kind === "error-kept" ? broken : settle(() => work({ scene, id, origin: request.url.origin }));
  const answer = fault?.kind === "error-after" ? broken : done;
  if (key) answers.keep(key, answer);
  return fault?.kind === "cut-after" ? null : answer;
}

function settle(work: () => object): Answer {
  try {
    // A snapshot: later changes must not alter the answer.
    return { status: 200, body: structuredClone(work()) };
  } catch (error) {
    if (error instanceof StripeFault) return { status: error.status, body: error.body };
    throw error;
  }
}

function find({ method, url }: ApiRequest) {
  for (const endpoint of endpoints) {
    const match = endpoint.method === method ? endpoint.path.exec(url.pathname) : null;
    if (match) return { endpoint, id: match[1] ?? "" };
  }
  throw new StripeFault(404, `Unrecognized request URL (${method}: ${url.pathname}).`);
}

function authenticate({ headers }: ApiRequest, secretKey: string): void {
  const given = String(headers.authorization ?? "").replace(/^Bearer /, "");
  if (given === "") throw new StripeFault(401, "You did not provide an API key.");
  if (given !== secretKey)
    throw new StripeFault(401, `Invalid API Key provided: ${given.slice(0, 8)}****`, {
      code: "api_key_invalid",
    });
}

function checkVersion({ headers }: ApiRequest): void {
  const version = headers["stripe-version"];
  if (version !== Stripe.API_VERSION)
    throw new StripeFault(
      400,
      `Invalid Stripe API version: ${version}. The fake speaks ${Stripe.API_VERSION}.`,
    );
}

function keyOf({ headers }: ApiRequest): string | undefined {
  const key = headers["idempotency-key"];
  if (key === undefined) return undefined;
  const text = String(key);
  if (text.length > 255) throw new StripeFault(400, "Idempotency keys are up to 255 characters long.");
  return text;
}
