import { env } from "#lib/platform/env.ts";

const localNames = ["localhost", "127.0.0.1"];

/**
 * The origins that may act with a visitor's cookies: the storefront, locally under both its names, and CORS_ORIGINS.
 */
export const trustedOrigins: string[] = [...originsOf(env.STOREFRONT_URL), ...env.CORS_ORIGINS];

function originsOf(storefront: string): string[] {
  const url = new URL(storefront);
  if (!localNames.includes(url.hostname)) return [url.origin];
  return localNames.map((name) => {
    const twin = new URL(url);
    twin.hostname = name;
    return twin.origin;
  });
}
