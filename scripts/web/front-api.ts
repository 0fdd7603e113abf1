import type { IncomingHttpHeaders } from "node:http";
import type { ErrorCode } from "#lib/platform/errors.ts";
import type { Api } from "#lib/platform/http/index.ts";
import { log } from "#lib/platform/log/log.ts";
import { isEncoded, plainBodies } from "./encoded.ts";
import type { Exchange } from "./front.ts";
import { judgeAnswer, sendAnswer } from "./judge-answer.ts";
import { serve } from "./serve.ts";

/** Handles an API path: known paths with a supported method go on to their route. */
export async function frontApi(exchange: Exchange, api: Api): Promise<void> {
  const { request, response, path, hosts } = exchange;
  const methods = api.methodsAt(path);
  if (methods.length === 0) return refuse(exchange, api, "not_found");
  if (!methods.includes(request.method ?? "")) {
    return refuse(exchange, api, "method_not_allowed", { allow: methods.join(", ") });
  }
  if (isEncoded(request.headers)) return refuse(exchange, api, "unsupported_media_type", plainBodies);
  const route = hosts.routeAt(request.method ?? "", path);
  if (route) return serve(request, response, route).catch((error: unknown) => fail(exchange, api, error));
  // Next uses these for partial page requests. At API paths it would answer them with a redirect.
  for (const name of Object.keys(request.headers)) {
    if (/^(rsc$|next-|x-nextjs-)/.test(name)) delete request.headers[name];
  }
  judgeAnswer(response, () => {
    const { statusCode } = response;
    const isOurs = response.hasHeader("x-request-id");
    return isOurs
      ? null
      : { answer: () => refusalOf(api, askedIn(exchange), codes[statusCode] ?? "internal") };
  });
  await hosts.next(request, response);
}

async function fail(exchange: Exchange, api: Api, error: unknown): Promise<void> {
  if (exchange.response.headersSent) throw error;
  log.error({ source: "web", err: error }, "request failed");
  await refuse(exchange, api, "internal");
}

/** Answers in the API's own envelope. */
export async function refuse(
  exchange: Exchange,
  api: Api,
  code: ErrorCode,
  headers?: Record<string, string>,
  message?: string,
): Promise<void> {
  await sendAnswer(exchange.response, await refusalOf(api, askedIn(exchange), code, headers, message));
}

function askedIn({ request, path }: Exchange): Asked {
  return { path, method: request.method ?? "", headers: request.headers };
}

/** Our codes for the statuses that Next answers by itself. */
const codes: Record<number, ErrorCode> = {
  400: "bad_request",
  404: "not_found",
  405: "method_not_allowed",
  413: "payload_too_large",
};

const words: Partial<Record<ErrorCode, string>> = {
  bad_request: "This request cannot be read",
  not_found: "There is nothing at this address",
  method_not_allowed: "This address does not support the method",
  uri_too_long: "This address is too long",
  headers_too_large: "The headers of this request are too large",
  payload_too_large: "The body of this request is too large",
  unsupported_media_type: "Send the body as it is, without an encoding",
  request_timeout: "This request took too long to arrive",
};

type Asked = { path: string; method: string; headers: IncomingHttpHeaders };

/** The answer of an API to a request that it never gets. */
export async function refusalOf(
  api: Api,
  { path, method, headers: sent }: Asked,
  code: ErrorCode,
  headers: Record<string, string> = {},
  message = words[code] ?? "Something went wrong on our side",
): Promise<Response> {
  const names = ["x-request-id", "x-correlation-id", "origin"];
  const given = names.flatMap((name) => {
    const value = sent[name];
    return typeof value === "string" ? [[name, value] satisfies [string, string]] : [];
  });
  const asked = new Request(new URL(path, "http://shop.invalid"), {
    // A Request does not allow every method, and only these matter here.
    method: method === "HEAD" || method === "OPTIONS" ? method : "GET",
    headers: given,
  });
  return api.refuse(asked, { code, message, headers });
}
