import { DomainError } from "#lib/platform/errors.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Stops other sites from acting with a visitor's cookies: an unsafe request with cookies has to come from a trusted
 * origin. Programs that send a bearer token, or nothing, have no ambient authority to abuse.
 * @throws untrusted_origin
 */
export function checkOrigin(request: Request, trusted: readonly string[]): void {
  if (safeMethods.has(request.method) || !request.headers.has("cookie")) return;
  const origin = request.headers.get("origin") ?? originOf(request.headers.get("referer"));
  if (origin && trusted.includes(origin)) return;
  throw new DomainError(
    "untrusted_origin",
    "A request with cookies needs an Origin that belongs to this shop",
  );
}

function originOf(referer: string | null): string | null {
  return referer && URL.canParse(referer) ? new URL(referer).origin : null;
}
