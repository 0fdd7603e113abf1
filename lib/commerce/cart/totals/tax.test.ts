import { expect, test } from "vitest";
import { taxRule } from "./tax.ts";

const rateAt = (country: string, postalCode?: string, region?: string) =>
  taxRule({ country, postalCode, region }).rate;

test.each([
  ["ES", "28001", 2100],
  ["ES", "35001", 0],
  ["ES", "38 670", 0],
  ["ES", "E-35001", 0],
  ["ES", "51001", 0],
  ["ES", "52001", 0],
  ["DE", "27498", 0],
  ["DE", "78266", 0],
  ["DE", "D-78266", 0],
  ["DE", "78267", 1900],
  ["IT", "23041", 0],
  ["IT", "22061", 0],
  ["IT", "47890", 0],
  ["IT", "00120", 0],
  ["IT", "00121", 2200],
  ["FR", "75001", 2000],
  ["FR", "97110", 0],
  ["FR", "97400", 0],
  ["FR", "98800", 0],
  ["FR", "98000", 2000],
  ["FI", "00100", 2550],
  ["FI", "22100", 0],
  ["FI", "AX-22100", 0],
  ["GR", "63086", 0],
  ["GR", "630 86", 0],
  ["GB", "SW1A 1AA", 2000],
  ["GB", "IM1 1AA", 2000],
  ["GB", "JE2 3AB", 0],
  ["GB", "gy1 1aa", 0],
  ["GB", "GX11 1AA", 0],
  ["JE", "JE2 3AB", 0],
  ["GG", "GY1 1AA", 0],
  ["PT", "1000-001", 2300],
  ["PT", "9000-001", 2200],
  ["PT", "9400-100", 2200],
  ["PT", "9500-001", 1600],
  ["AT", "1010", 2000],
  ["AT", "6691", 1900],
  ["AT", "87491", 1900],
  ["AT", "6993", 1900],
  ["CH", "7563", 0],
  ["LI", "9490", 810],
  ["MC", "98000", 2000],
  ["NO", "9170", 0],
  ["AX", "22100", 0],
  ["RE", "97400", 0],
])("%s %s is taxed at %d hundredths of a percent", (country, postalCode, rate) => {
  expect(rateAt(country, postalCode)).toBe(rate);
});

test("without a postal code a territory is recognized by its name", () => {
  expect(rateAt("ES", undefined, "Las Palmas")).toBe(0);
  expect(rateAt("PT", undefined, "Açores")).toBe(1600);
  expect(rateAt("FI", undefined, "Åland")).toBe(0);
  expect(rateAt("ES", undefined, "Madrid")).toBe(2100);
  expect(rateAt("ES", "28001", "Las Palmas")).toBe(2100);
});
