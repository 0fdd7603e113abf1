import { APIError } from "better-auth/api";
import { clientAddress, enforceLimits, readText } from "#lib/http/index.ts";
import { auth } from "./auth.ts";
import { checkRequest } from "./check-request.ts";
import { authLimits } from "./limits.ts";
import { readBody } from "./read-body.ts";
import { spoken } from "./spoken.ts";

/**
 * Serves a request below /auth by better-auth, after our limits and our checks.
 * @throws too_many_requests, payload_too_large, not_found
 */
export async function handleAuthRequest(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/auth/, "");
  const sent = readBody(request.headers.get("content-type"), await readText(request));
  const call = {
    address: clientAddress(),
    actor: { type: "none" } as const,
    params: {},
    query: {},
    body: sent.value,
  };
  await enforceLimits(authLimits(path), call);
  try {
    const checked = checkRequest(request, path, sent);
    return (await accountStays(path, request.headers)) ?? (await spoken(await auth.handler(checked)));
  } catch (error) {
    if (error instanceof APIError) return Response.json(error.body, { status: error.statusCode });
    throw error;
  }
}

/** Somebody with an account who asks for a guest session keeps the session that is there. */
async function accountStays(path: string, headers: Headers): Promise<Response | null> {
  if (path !== "/sign-in/anonymous") return null;
  const present = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (!present || present.user.isAnonymous) return null;
  return Response.json({ token: present.session.token, user: present.user });
}
