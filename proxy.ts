import { type NextRequest, NextResponse } from "next/server";
import { preparePage } from "#lib/platform/http/prepare-page.ts";

/**
 * Prepares pages where our web server does not: under plain `next start`, in development, and for what the server
 * leaves to Next, such as forms. API requests do not pass through it.
 */
export function proxy(request: NextRequest): NextResponse {
  const { method, nextUrl } = request;
  const prepared = preparePage({
    method,
    path: nextUrl.pathname,
    search: nextUrl.search,
    header: (name) => request.headers.get(name),
  });
  const forwarded = new Headers(request.headers);
  for (const [name, value] of Object.entries(prepared.forward)) forwarded.set(name, value);
  const response =
    prepared.redirect === null
      ? NextResponse.next({ request: { headers: forwarded } })
      : redirectTo(prepared.redirect, request);
  for (const [name, value] of Object.entries(prepared.headers)) response.headers.set(name, value);
  for (const cookie of prepared.cookies) response.headers.append("set-cookie", cookie);
  return response;
}

function redirectTo(path: string, { nextUrl }: NextRequest): NextResponse {
  const url = nextUrl.clone();
  url.pathname = path;
  return NextResponse.redirect(url, 307);
}

export const config = {
  matcher: [
    "/((?!store/|webhooks/|auth/|commercetools/|openapi\\.json|openapi-commercetools\\.json|docs|healthz|readyz|_next/|products/.*\\.svg|.*\\.svg$).*)",
  ],
};
