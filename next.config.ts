import { networkInterfaces } from "node:os";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/platform/i18n/request.ts",
  experimental: {
    // Messages are parsed when the pages are built: parsing them anew for each page took a tenth of its time.
    messages: { path: "./lib/platform/i18n/messages", locales: "infer", format: "json", precompile: true },
  },
});

// File names are the merchant's. A picture with an edition, "?v=2", never changes. One without is cached for a week; a
// replaced one then shows on the visit after next.
const picture = "/products/:picture(.+\\.svg)";
const edition = { type: "query", key: "v" } as const;
const forGood = "public, max-age=31536000, immutable";
const forAWeek = "public, max-age=604800, stale-while-revalidate=2592000";

// Hot reload accepts only localhost by default. A page that is open at another address of this machine, also on a
// phone, would reload itself every 40 seconds because it cannot connect.
const ownAddresses = () =>
  Object.values(networkInterfaces())
    .flatMap((addresses = []) => addresses)
    .map(({ address, family }) => (family === "IPv6" ? `[${address}]` : address));

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
  ...(process.env.NODE_ENV === "development" && { allowedDevOrigins: ownAddresses() }),
  // The shop's images are SVGs, which need no resizing.
  images: { unoptimized: true },
  outputFileTracingExcludes: { "*": ["node_modules/@img/**", "node_modules/sharp/**"] },
  headers: async () => [
    { source: "/:file(.+\\.\\w+)", headers: [{ key: "x-content-type-options", value: "nosniff" }] },
    { source: picture, has: [edition], headers: [{ key: "cache-control", value: forGood }] },
    { source: picture, missing: [edition], headers: [{ key: "cache-control", value: forAWeek }] },
  ],
  experimental: {
    serverActions: { bodySizeLimit: "100kb" },
    // Loads a page on its first request, and Next's copies of the API routes never.
    preloadEntriesOnStart: false,
    // The production folder has no source maps of a build, and making them is a tenth of it.
    turbopackSourceMaps: process.env.NODE_ENV === "development",
    // Writing down what the next build could reuse is more than a quarter of a build. Where each begins anew it is
    // never read.
    turbopackFileSystemCacheForBuild: !process.env.CI,
  },
};

export default withNextIntl(config);
