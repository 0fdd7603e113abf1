import { expect, test } from "vitest";
import { regionOfPostalCode } from "./region.ts";

test.each([
  ["US", "97103", "OR"],
  ["US", "04101-1234", "ME"],
  ["US", "20001", "DC"],
  ["CA", "h3z2y7", "QC"],
  ["IT", "00184", "RM"],
  ["ES", "28013", "Madrid"],
  ["JP", "〒100-0001", "Tokyo"],
])("in %s, %s lies in %s", (country, code, region) => {
  expect(regionOfPostalCode(country, code)).toBe(region);
});

test.each([
  ["a code that is not one", "US", "9710"],
  ["a code that no region has", "US", "00000"],
  ["a code that several regions share", "AU", "2620"],
  ["a country whose codes do not tell", "DE", "10115"],
])("%s does not determine a region", (_, country, code) => {
  expect(regionOfPostalCode(country, code)).toBeNull();
});
