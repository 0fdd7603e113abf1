import { clientAddress, enforceLimits, readText } from "#lib/http/index.ts";
import { readConfirmation } from "#lib/mailed-link.ts";
import { auth } from "./auth.ts";
import { authLimits } from "./limits.ts";

/**
 * Serves a request below /auth by better-auth, after our limits. A POST without a body counts as one with "{}",
 * so a guest session starts with nothing but the address. @throws too_many_requests, payload_too_large
 */
export async function handleAuthRequest(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const text = await readText(request);
  const rules = authLimits(pathname.replace(/^\/auth/, ""));
  const call = {
    address: clientAddress(),
    actor: { type: "none" } as const,
    params: {},
    query: {},
    body: json(text),
  };
  await enforceLimits(rules, call);
  return (await accountStays(pathname, request.headers)) ?? auth.handler(withBody(request, text));
}

/** Somebody with an account who asks for a guest session keeps the session that is there. */
async function accountStays(pathname: string, headers: Headers): Promise<Response | null> {
  if (pathname !== "/auth/sign-in/anonymous") return null;
  const present = await auth.api.getSession({ headers });
  if (!present || present.user.isAnonymous) return null;
  return Response.json({ token: present.session.token, user: present.user });
}

function withBody(request: Request, text: string): Request {
  const { url, method, headers, signal } = request;
  if (method !== "POST") return new Request(asMailed(url), { method, headers, signal });
  const forwarded = new Headers(headers);
  if (text === "") forwarded.set("content-type", "application/json");
  return new Request(url, { method, headers: forwarded, signal, body: text || "{}" });
}

/** The link that confirms an address, without what a mail program has made of its token. */
function asMailed(url: string): string {
  const link = new URL(url);
  if (link.pathname !== "/auth/verify-email") return url;
  const token = readConfirmation(link.searchParams.get("token") ?? "");
  if (token) link.searchParams.set("token", token);
  return link.href;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // better-auth answers what is wrong with it.
    return undefined;
  }
}
