import type { ImgHTMLAttributes } from "react";
import { catalogueLanguage } from "#lib/platform/i18n/languages.ts";

type Props = Pick<ImgHTMLAttributes<HTMLImageElement>, "className" | "loading" | "fetchPriority"> & {
  src: string;
  /** What it shows; empty beside its own name. */
  alt: string;
  /** Its edge in pixels before styles, so that nothing jumps while it loads. */
  size: number;
  "data-variant"?: number;
};

/** A square picture of a product. They are drawings in SVG: there is nothing for an optimizer to shrink. */
export function Picture({ src, alt, size, ...rest }: Props) {
  const native = { src, alt, width: size, height: size, lang: catalogueLanguage, ...rest };
  // biome-ignore lint/performance/noImgElement: see above
  // biome-ignore lint/a11y/useAltText: it is in there
  return <img decoding="async" {...native} />;
}
