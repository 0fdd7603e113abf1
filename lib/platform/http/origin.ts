import { DomainError } from "#lib/platform/errors.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Stops other sites from acting with a visitor's cookies: an unsafe request that a browser sends with cookies has to
 * come from a trusted origin. A program has no ambient authority to abuse, with a bearer token or a cookie of its own.
 * @throws untrusted_origin
 */
export function checkOrigin(request: Request, trusted: readonly string[]): void {
  const { headers } = request;
  if (safeMethods.has(request.method) || !headers.has("cookie") || !isFromBrowser(headers)) return;
  const origin = headers.get("origin") ?? originOf(headers.get("referer"));
  if (origin && trusted.includes(origin)) return;
  throw new DomainError(
    "untrusted_origin",
    "A request with cookies needs an Origin that belongs to this shop",
  );
}

/**
 * Whether a browser may have sent an unsafe request. Each has sent Origin with those to another site since 2020, and no
 * page can leave it out.
 */
export function isFromBrowser(headers: Headers): boolean {
  return ["origin", "referer", "sec-fetch-site"].some((name) => headers.has(name));
}

function originOf(referer: string | null): string | null {
  return referer && URL.canParse(referer) ? new URL(referer).origin : null;
}
