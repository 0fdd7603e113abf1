import { APIError } from "better-auth/api";
import { auth } from "#lib/accounts/auth/auth.ts";
import { actorFrom } from "#lib/accounts/auth/session.ts";
import { callerOf, readText } from "#lib/platform/http/index.ts";
import { withReader } from "#lib/platform/i18n/reader.ts";
import { limited } from "#lib/platform/limits/index.ts";
import { checkRequest } from "./check-request.ts";
import { endpoints } from "./endpoints.ts";
import { readBody } from "./read-body.ts";
import { signInGuest } from "./sign-in-guest.ts";
import { spoken } from "./spoken.ts";

/**
 * Serves a request below /auth by better-auth, after our limits and our checks.
 * @throws too_many_requests, payload_too_large, not_found
 */
export function handleAuthRequest(request: Request): Promise<Response> {
  // Its mails are in the language of whoever asks for them.
  return withReader(
    (name) => request.headers.get(name),
    () => answer(request),
  );
}

async function answer(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/auth/, "");
  const sent = readBody(request.headers.get("content-type"), await readText(request));
  const limits = (Object.hasOwn(endpoints, path) && endpoints[path]?.limits) || [];
  const actor = await actorFrom(request.headers);
  return limited(limits, { ...callerOf(actor), subject: sent.value }, async () => {
    try {
      const checked = checkRequest(request, path, sent);
      const isGuestSignIn =
        path === "/sign-in/anonymous" && request.method === "POST" && sent.kind === "json";
      const guest = isGuestSignIn ? await signInGuest(request.headers, actor) : null;
      return guest ?? (await spoken(await auth.handler(checked)));
    } catch (error) {
      if (error instanceof APIError) return Response.json(error.body, { status: error.statusCode });
      throw error;
    }
  });
}
