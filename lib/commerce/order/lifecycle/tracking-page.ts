/** The tracking pages of carriers that are known by name. The number replaces "#". */
const pages: [carrier: RegExp, page: string][] = [
  [/^dhl\b/i, "https://www.dhl.com/global-en/home/tracking.html?tracking-id=#"],
  [/^fedex\b/i, "https://www.fedex.com/fedextrack/?trknbr=#"],
  [/^(la poste|colissimo)\b/i, "https://www.laposte.fr/outils/suivre-vos-envois?code=#"],
  [/^royal ?mail\b/i, "https://www.royalmail.com/track-your-item?trackNumber=#"],
  [/^ups\b/i, "https://www.ups.com/track?tracknum=#"],
  [/^usps\b/i, "https://tools.usps.com/go/TrackConfirmAction?tLabels=#"],
];

/** The page on which a carrier shows a parcel. Null for a carrier whose page is not known. */
export function trackingPage(carrier: string, trackingNumber: string): string | null {
  const page = pages.find(([name]) => name.test(carrier.trim()))?.[1];
  return page?.replace("#", () => encodeURIComponent(trackingNumber.replace(/\s/g, ""))) ?? null;
}
