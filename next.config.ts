import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // npm test checks the types, of the tests too. A start should neither wait for that nor fail by it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg-boss", "pino", "nodemailer", "rate-limiter-flexible", "swagger-ui-dist"],
  experimental: { serverActions: { bodySizeLimit: "100kb" } },
};

export default withNextIntl(config);
