import type { ImgHTMLAttributes } from "react";
import { catalogueLanguage } from "#lib/platform/i18n/languages.ts";

type Props = Pick<ImgHTMLAttributes<HTMLImageElement>, "className" | "loading" | "fetchPriority"> & {
  src: string;
  /** The alternative text; empty if the name is next to it. */
  alt: string;
  /** The size in pixels before styles apply, so that the layout does not shift while loading. */
  size: number;
  "data-variant"?: number;
};

/** A square product image. They are SVGs, so an optimizer has nothing to do. */
export function Picture({ src, alt, size, ...rest }: Props) {
  const native = { src, width: size, height: size, lang: catalogueLanguage, ...rest };
  // biome-ignore lint/performance/noImgElement: an SVG gains nothing from an optimizer
  return <img alt={alt} decoding="async" {...native} />;
}
