import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/platform/i18n/request.ts");

// Cached for a week; a replaced image then shows on the visit after next. File names are the merchant's.
const pictures = "public, max-age=604800, stale-while-revalidate=2592000";

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  // npm test checks types. A start should neither wait for that nor fail because of it.
  typescript: { ignoreBuildErrors: true },
  // Packages that the web server's own bundle (scripts/build/bundle.ts) shares with the pages' are loaded once.
  serverExternalPackages: [
    "@prisma/client",
    "nodemailer",
    "pg",
    "pg-boss",
    "pino",
    "rate-limiter-flexible",
    "swagger-ui-dist",
  ],
  // The shop's images are SVGs, which need no resizing.
  images: { unoptimized: true },
  outputFileTracingExcludes: { "*": ["node_modules/@img/**", "node_modules/sharp/**"] },
  headers: async () => [
    { source: "/products/:picture(.+\\.svg)", headers: [{ key: "cache-control", value: pictures }] },
  ],
  // Loads a page on its first request, and Next's copies of the API routes never.
  experimental: { serverActions: { bodySizeLimit: "100kb" }, preloadEntriesOnStart: false },
};

export default withNextIntl(config);
