import { newId } from "#lib/platform/ids.ts";

/** The caller's own id for the request when it looks like one, else a new one. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id");
  return given && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : newId();
}
