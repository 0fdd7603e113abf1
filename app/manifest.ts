import type { MetadataRoute } from "next";
import { languages } from "#lib/platform/i18n/languages.ts";
import { messagesIn } from "#lib/platform/i18n/messages.ts";

// The same for all readers: browsers fetch it without cookies, and cache it.
const [lang] = languages;
const { name, description } = messagesIn(lang).shop.site;

/** The web app manifest, for installing the shop on a phone. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    lang,
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
