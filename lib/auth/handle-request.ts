import { APIError } from "better-auth/api";
import { readText } from "#lib/http/index.ts";
import { limited } from "#lib/limits/index.ts";
import { auth } from "./auth.ts";
import { checkRequest } from "./check-request.ts";
import { endpoints } from "./endpoints.ts";
import { readBody } from "./read-body.ts";
import { actorFrom } from "./session.ts";
import { spoken } from "./spoken.ts";

/**
 * Serves a request below /auth by better-auth, after our limits and our checks.
 * @throws too_many_requests, payload_too_large, not_found
 */
export async function handleAuthRequest(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/auth/, "");
  const sent = readBody(request.headers.get("content-type"), await readText(request));
  const limits = (Object.hasOwn(endpoints, path) && endpoints[path]?.limits) || [];
  const actor = await actorFrom(request.headers);
  return limited(limits, { actor, subject: sent.value }, async () => {
    try {
      const checked = checkRequest(request, path, sent);
      return (await accountStays(path, request.headers)) ?? (await spoken(await auth.handler(checked)));
    } catch (error) {
      if (error instanceof APIError) return Response.json(error.body, { status: error.statusCode });
      throw error;
    }
  });
}

/** Somebody with an account who asks for a guest session keeps the session that is there. */
async function accountStays(path: string, headers: Headers): Promise<Response | null> {
  if (path !== "/sign-in/anonymous") return null;
  const present = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (!present || present.user.isAnonymous) return null;
  return Response.json({ token: present.session.token, user: present.user });
}
