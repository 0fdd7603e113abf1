import { type StoreRoute, storeDialect } from "#lib/dialects/store-api/index.ts";
import { createApi, responseOf } from "#lib/platform/http/index.ts";
import { checkContract } from "./contract.ts";

export const storefront = "http://localhost:3000";

export type CallInput = {
  /** Sent as a bearer token. */
  session?: { token: string } | undefined;
  /** Sent as x-cart-token. */
  cart?: string | undefined;
  headers?: Record<string, string>;
  params?: Record<string, string>;
  query?: Record<string, string>;
  /** A string is sent as it is, anything else as JSON. */
  body?: unknown;
};

export type Reply = {
  status: number;
  headers: Headers;
  /** The body, byte for byte. */
  text: string;
  body: Record<string, unknown>;
  /** The token of the cart that was used. */
  cart: string;
};

/** Calls a route as a client would, and checks the answer against the route's contract. */
export async function call(route: StoreRoute, input: CallInput = {}): Promise<Reply> {
  const response = await answer(route, requestFor(route, input));
  const text = await response.text();
  const reply = {
    status: response.status,
    headers: response.headers,
    text,
    body: JSON.parse(text),
    cart: response.headers.get("x-cart-token") ?? "",
  };
  checkContract(route, reply);
  return reply;
}

/** The store API's answer to a request for this route. */
export async function answer(route: StoreRoute, request: Request): Promise<Response> {
  return responseOf(await createApi(storeDialect, [route]).serve(request));
}

export function requestFor(route: StoreRoute, input: CallInput): Request {
  const { session, cart, params = {}, query = {}, body } = input;
  const path = route.path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent((params[name] ?? "").toWellFormed()),
  );
  const url = new URL(path, storefront);
  url.search = new URLSearchParams(query).toString();
  const headers = new Headers({
    ...(body !== undefined && { "content-type": "application/json" }),
    ...(session && { authorization: `Bearer ${session.token}` }),
    ...(cart !== undefined && { "x-cart-token": cart }),
    ...input.headers,
  });
  const sent = typeof body === "string" ? body : JSON.stringify(body);
  return new Request(url, { method: route.method, headers, ...(body !== undefined && { body: sent }) });
}
