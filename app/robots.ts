import type { MetadataRoute } from "next";
import { env } from "#lib/platform/env.ts";

// The address of the shop is known when it runs, not when it is built.
export const dynamic = "force-dynamic";

/** What search engines may read. Private pages are left out by their headers, which have to be read for that. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/store/", "/auth/", "/commercetools/"] },
    sitemap: `${env.STOREFRONT_URL}/sitemap.xml`,
  };
}
