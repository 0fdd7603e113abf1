import { describe, expect, test } from "vitest";
import { addressLines } from "#lib/platform/address/address-lines.ts";
import type { Address } from "#lib/platform/address.ts";

describe("an address has its country's format", () => {
  const common = { firstName: "Ada", lastName: "Holm", line1: "1 Quay" };
  const cases: [Omit<Address, keyof typeof common>, string[]][] = [
    [
      { city: "Portland", region: "ME", postalCode: "04101", country: "US" },
      ["Portland, ME 04101", "United States"],
    ],
    [{ city: "Ottawa", region: "ON", postalCode: "K1A 0B1", country: "CA" }, ["Ottawa ON K1A 0B1", "Canada"]],
    [{ city: "London", postalCode: "SW1A 1AA", country: "GB" }, ["London", "SW1A 1AA", "United Kingdom"]],
    [{ city: "Berlin", postalCode: "10115", country: "DE" }, ["10115 Berlin", "Germany"]],
    [{ city: "Roma", region: "RM", postalCode: "00184", country: "IT" }, ["00184 Roma RM", "Italy"]],
    [{ city: "Madrid", region: "Madrid", postalCode: "28013", country: "ES" }, ["28013 Madrid", "Spain"]],
    [{ city: "Sydney", region: "NSW", postalCode: "2000", country: "AU" }, ["Sydney NSW 2000", "Australia"]],
    [
      { city: "Shibuya", region: "Tokyo", postalCode: "150-0002", country: "JP" },
      ["Shibuya, Tokyo", "150-0002", "Japan"],
    ],
    [{ city: "Colombo", postalCode: "20000", country: "LK" }, ["Colombo", "20000", "Sri Lanka"]],
    [{ postalCode: "546080", country: "SG" }, ["SINGAPORE 546080", "Singapore"]],
    [{ city: "Guatemala", postalCode: "01001", country: "GT" }, ["01001- Guatemala", "Guatemala"]],
    [{ city: "Portland", postalCode: "04101", country: "US" }, ["Portland 04101", "United States"]],
    [
      { city: "Leeds", region: "Yorkshire", postalCode: "LS1 1AA", country: "GB" },
      ["Leeds", "LS1 1AA", "Yorkshire", "United Kingdom"],
    ],
    [{ city: "Doha", postalCode: "P.O. Box 7", country: "QA" }, ["Doha", "P.O. Box 7", "Qatar"]],
    [{ city: "Paris", postalCode: "75001", country: "QQ" }, ["75001 Paris", "QQ"]],
    [{ city: "Dubai", country: "AE" }, ["Dubai", "United Arab Emirates"]],
  ];
  test.each(cases)("%o", (place, lines) => {
    expect(addressLines({ ...common, ...place }, "en")).toEqual(["Ada Holm", "1 Quay", ...lines]);
  });
});
