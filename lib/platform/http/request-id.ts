import { newId } from "#lib/platform/ids.ts";

/** The caller's request id if it is well-formed, otherwise a new one. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id");
  return given && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : newId();
}
