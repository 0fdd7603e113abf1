import type { MetadataRoute } from "next";
import { directionOf, isLanguage, type Language, languages } from "#lib/platform/i18n/languages.ts";
import { messagesIn } from "#lib/platform/i18n/messages.ts";

/**
 * The web app manifest, for installing the shop on a phone. Browsers fetch it without cookies, so the URL says the
 * language.
 */
export function GET(request: Request): Response {
  const asked = new URL(request.url).searchParams.get("lang");
  return Response.json(manifest(isLanguage(asked) ? asked : languages[0]), {
    headers: { "content-type": "application/manifest+json", "cache-control": "public, max-age=86400" },
  });
}

function manifest(lang: Language): MetadataRoute.Manifest {
  const { name, description } = messagesIn(lang).shop.site;
  return {
    lang,
    dir: directionOf(lang),
    name,
    short_name: name,
    description,
    start_url: "/",
    display: "browser",
    background_color: "#faf8f4",
    theme_color: "#2f5d50",
    icons: [192, 512].map((size) => ({
      src: `/icon-${size}.png`,
      sizes: `${size}x${size}`,
      type: "image/png",
    })),
  };
}
