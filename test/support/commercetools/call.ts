import { shop } from "#lib/shop.ts";
import { makeClient, type TestClient } from "./clients.ts";

// What a client finds in an answer; tests read what they expect and fail on what is not there.
// biome-ignore lint/suspicious/noExplicitAny: the body is whatever the server sent
export type Reply = { status: number; headers: Headers; body: any };

export const base = "http://localhost:3000/commercetools";

/** Sends a request to the dialect as a client would. `path` is below the project key, or starts with /oauth. */
export async function send(
  method: string,
  path: string,
  input: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Reply> {
  const url = path.startsWith("/oauth") ? `${base}${path}` : `${base}/demo${path}`;
  const { token, body } = input;
  const headers = {
    "content-type": "application/json",
    ...(token && { authorization: `Bearer ${token}` }),
    ...input.headers,
  };
  const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  const response = await shop.serve(new Request(url, { method, headers, ...sent }));
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? undefined : JSON.parse(text),
  };
}

/** Posts a form to an OAuth endpoint. The form is sent unencoded, as the SDK does. */
export function askToken(path: string, form: string, client?: TestClient): Promise<Reply> {
  const headers: Record<string, string> = { "content-type": "application/x-www-form-urlencoded" };
  if (client) headers.authorization = `Basic ${btoa(`${client.id}:${client.secret}`)}`;
  return send("POST", path, { body: form, headers });
}

export const shopScopes = "view_products:demo manage_my_orders:demo manage_my_profile:demo";
export const serverScopes = "view_products:demo manage_orders:demo manage_customers:demo";

/** Starts an anonymous session. Returns its tokens. */
export async function guestToken(anonymousId?: string, client?: TestClient) {
  const id = anonymousId === undefined ? "" : `&anonymous_id=${anonymousId}`;
  const form = `grant_type=client_credentials&scope=${shopScopes}${id}`;
  const reply = await askToken("/oauth/demo/anonymous/token", form, client ?? (await makeClient()));
  return { token: String(reply.body.access_token), refreshToken: String(reply.body.refresh_token) };
}

/** A token for a server, by the client credentials flow. */
export async function serverToken(client?: TestClient): Promise<string> {
  const form = `grant_type=client_credentials&scope=${serverScopes}`;
  const reply = await askToken("/oauth/token", form, client ?? (await makeClient()));
  return String(reply.body.access_token);
}

/** A customer's token, by the password flow. */
export async function customerToken(email: string, password: string, client?: TestClient): Promise<string> {
  const form = `grant_type=password&username=${encodeURIComponent(email)}&password=${encodeURIComponent(password)}&scope=${shopScopes}`;
  const reply = await askToken("/oauth/demo/customers/token", form, client ?? (await makeClient()));
  return String(reply.body.access_token);
}
