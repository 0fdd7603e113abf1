import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/platform/i18n/request.ts");

// A week, and a picture that was replaced shows at the visit after the next. Their names are the merchant's.
const pictures = "public, max-age=604800, stale-while-revalidate=2592000";

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  // npm test checks the types, of the tests too. A start should neither wait for that nor fail by it.
  typescript: { ignoreBuildErrors: true },
  // What the web server's own bundle shares with the pages' (scripts/build/bundle.ts) is in the process once.
  serverExternalPackages: [
    "@prisma/client",
    "nodemailer",
    "pg",
    "pg-boss",
    "pino",
    "rate-limiter-flexible",
    "swagger-ui-dist",
  ],
  // The pictures of the shop are drawn, not resized.
  images: { unoptimized: true },
  outputFileTracingExcludes: { "*": ["node_modules/@img/**", "node_modules/sharp/**"] },
  headers: async () => [
    { source: "/products/:picture(.+\\.svg)", headers: [{ key: "cache-control", value: pictures }] },
  ],
  // A page is loaded when it is first asked for, and Next's copies of the API's routes never.
  experimental: { serverActions: { bodySizeLimit: "100kb" }, preloadEntriesOnStart: false },
};

export default withNextIntl(config);
