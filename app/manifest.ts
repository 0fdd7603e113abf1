import type { MetadataRoute } from "next";
import { messages } from "#lib/platform/i18n/messages.ts";

const { name, description } = messages.shop.site;

/** How the shop looks among the apps of a phone that keeps it there. */
export default function manifest(): MetadataRoute.Manifest {
  return {
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
