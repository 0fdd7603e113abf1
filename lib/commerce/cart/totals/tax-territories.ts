import type { Address } from "#lib/platform/address.ts";

/** The part of an address that decides the tax. */
export type TaxPlace = Pick<Address, "country" | "postalCode" | "region">;

/** A part of a country with its own VAT rate, in hundredths of a percent; null: outside the country's VAT area. */
type Territory = {
  country: string;
  name: string;
  /** Its postal codes, in capitals, without spaces and hyphens. */
  postalCode: RegExp;
  /** Names that identify it without a postal code, in the form of `plain`. */
  regions?: readonly string[];
  vat: number | null;
};

const territories: readonly Territory[] = [
  { country: "AT", name: "Jungholz, Mittelberg", postalCode: /^(6691|699[123]|87491|8756[789])$/, vat: 1900 },
  { country: "CH", name: "Samnaun", postalCode: /^756[23]$/, vat: null },
  { country: "DE", name: "Heligoland, Büsingen", postalCode: /^(27498|78266)$/, vat: null },
  { country: "DK", name: "Greenland, Faroe Islands", postalCode: /^(39\d\d|FO\d+)$/, vat: null },
  {
    country: "ES",
    name: "Canary Islands",
    postalCode: /^3[58]\d{3}$/,
    regions: ["canarias", "canary islands", "las palmas", "santa cruz de tenerife", "cn", "gc", "tf"],
    vat: null,
  },
  {
    country: "ES",
    name: "Ceuta, Melilla",
    postalCode: /^5[12]\d{3}$/,
    regions: ["ceuta", "melilla", "ce", "ml"],
    vat: null,
  },
  {
    country: "FI",
    name: "Åland",
    postalCode: /^22\d{3}$/,
    regions: ["aland", "ahvenanmaa", "aland islands", "01"],
    vat: null,
  },
  {
    country: "FR",
    name: "overseas",
    // 980xx is Monaco, which belongs to the VAT area.
    postalCode: /^(97\d|98[1-9])\d\d$/,
    regions: ["guadeloupe", "martinique", "guyane", "french guiana", "la reunion", "reunion", "mayotte"],
    vat: null,
  },
  {
    country: "GB",
    name: "Channel Islands",
    postalCode: /^(JE|GY)\d/,
    regions: ["jersey", "guernsey"],
    vat: null,
  },
  { country: "GB", name: "Gibraltar", postalCode: /^GX11/, vat: null },
  { country: "GR", name: "Mount Athos", postalCode: /^63086$/, vat: null },
  { country: "IT", name: "Livigno, Campione", postalCode: /^(23041|22061)$/, vat: null },
  { country: "IT", name: "San Marino, Vatican", postalCode: /^(4789\d|00120)$/, vat: null },
  {
    country: "NO",
    name: "Svalbard, Jan Mayen",
    postalCode: /^(917\d|8099)$/,
    regions: ["svalbard"],
    vat: null,
  },
  { country: "PT", name: "Madeira", postalCode: /^9[0-4]\d\d/, regions: ["madeira", "30"], vat: 2200 },
  {
    country: "PT",
    name: "Azores",
    postalCode: /^9[5-9]\d\d/,
    regions: ["acores", "azores", "20"],
    vat: 1600,
  },
];

/** The territory of a place, or null. */
export function territoryOf({ country, postalCode, region }: TaxPlace): Territory | null {
  const code = postalCode && bareCode(country, postalCode);
  const name = region && plain(region);
  const lies = (territory: Territory) =>
    code ? territory.postalCode.test(code) : !!name && (territory.regions ?? []).includes(name);
  return territories.find((territory) => territory.country === country && lies(territory)) ?? null;
}

/** "es-35 001" as "35001". Only British and Faroese codes have letters of their own. */
function bareCode(country: string, postalCode: string): string {
  const code = postalCode.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return country === "GB" || country === "DK" ? code : code.replace(/^[A-Z]+/, "");
}

/** Lower case, without accents. */
function plain(region: string): string {
  return region.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
}
