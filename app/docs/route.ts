import { apiPage, apiPagePolicy } from "#lib/dialects/api-page/index.ts";

/** A page to read the contract and try it. */
export function GET(): Response {
  return new Response(apiPage, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": apiPagePolicy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    },
  });
}
