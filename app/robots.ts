import type { MetadataRoute } from "next";
import { env } from "#lib/platform/env.ts";

// The shop's URL is known at runtime, not at build time.
export const dynamic = "force-dynamic";

/** Allows search engines to read everything: private pages exclude themselves by headers, which have to be read. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/store/", "/auth/", "/commercetools/"] },
    sitemap: `${env.STOREFRONT_URL}/sitemap.xml`,
  };
}
