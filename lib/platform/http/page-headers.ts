import { formTargets } from "./form-targets.ts";

/** Pages with personal content: never cached, never indexed, and without a referrer. */
const privatePages =
  /^\/(cart|checkout|order-status|account|sign-in|sign-up|forgot-password|reset-password)(\/|$)/;

/** The page with the look-up form may be indexed: people search for it, and it contains no data. */
const lookUp = "/order-status";

/** The headers of every page. Only scripts with `nonce` run. */
export function pageHeaders(
  pathname: string,
  nonce: string,
  options: { development: boolean; https: boolean },
): Record<string, string> {
  const isPrivate = privatePages.test(pathname);
  // From these pages forms redirect to the payment provider's page.
  const targets = /^\/checkout\//.test(pathname) ? formTargets() : [];
  return {
    "content-security-policy": contentSecurityPolicy(nonce, targets, options),
    "x-content-type-options": "nosniff",
    "referrer-policy": isPrivate ? "no-referrer" : "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    ...(options.https && { "strict-transport-security": "max-age=63072000; includeSubDomains" }),
    ...(isPrivate && { "cache-control": "private, no-store" }),
    ...(isPrivate && pathname !== lookUp && { "x-robots-tag": "noindex, nofollow" }),
  };
}

function contentSecurityPolicy(
  nonce: string,
  targets: readonly string[],
  { development, https }: { development: boolean; https: boolean },
): string {
  return [
    "default-src 'self'",
    // Hot reload evaluates code and injects styles; a production build does neither.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    ["form-action 'self'", ...targets].join(" "),
    "frame-ancestors 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/**
 * The origin of a form post whose Origin header is "null", which Next rejects: browsers send that from pages with
 * no-referrer. Sec-Fetch-Site says whether the form was on one of our pages, and no page can forge it. Null if the
 * request states its origin, or is not ours.
 */
export function originOfOwnForm(
  header: (name: string) => string | null | undefined,
  protocol: string,
): string | null {
  const host = header("host");
  const isOwn = header("origin") === "null" && header("sec-fetch-site") === "same-origin";
  return isOwn && host ? `${protocol}//${host}` : null;
}
