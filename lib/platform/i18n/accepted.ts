import { formatOf, namedLanguage } from "./locale.ts";

// More than any browser sends.
const longestHeader = 500;
const mostRanges = 20;
const range = /^([a-z]{2,3}(?:-[a-z0-9]{2,8})*)(?:;q=([01](?:\.\d{0,3})?))?$/;

/**
 * The supported locales in an Accept-Language header, best first: "de-AT, de;q=0.8, en;q=0.5" gives ["de-AT", "de",
 * "en"]. Other languages are skipped. If none is supported the country is kept: "fr-CH" gives ["en-CH"].
 */
export function acceptedLocales(header: string | null | undefined): string[] {
  const ranges = (header ?? "")
    .slice(0, longestHeader)
    .toLowerCase()
    .split(",", mostRanges)
    .flatMap((part) => {
      const [, tag, quality = "1"] = part.replace(/\s/g, "").match(range) ?? [];
      return tag && Number(quality) > 0 ? [{ tag, quality: Number(quality) }] : [];
    })
    .sort((a, b) => b.quality - a.quality);
  const supported = ranges.filter(({ tag }) => namedLanguage(tag));
  return (supported.length > 0 ? supported : ranges.slice(0, 1)).map(({ tag }) => formatOf(tag));
}
