import { getCountries } from "libphonenumber-js/min";
import { expect, test } from "vitest";
import { examplePhone, isPhone, normalizePhone, spacedPhone } from "./phone.ts";

test.each([
  ["(207) 555-0142", "US", "+12075550142"],
  ["+1 555 123 4567", "DE", "+15551234567"],
  ["06 12 34 56 78", "FR", "+33612345678"],
  ["0033 6 12 34 56 78", "DE", "+33612345678"],
  ["０３－１２３４－５６７８", "JP", "+81312345678"],
  ["٠١٠٠١٢٣٤٥٦٧", "EG", "+201001234567"],
])("%s in %s is stored as %s", (typed, country, kept) => {
  expect(isPhone(typed, country)).toBe(true);
  expect(normalizePhone(typed, country)).toBe(kept);
  expect(normalizePhone(kept, "AQ")).toBe(kept);
});

test.each([
  ["207 555 0142 ext. 5", "US", true],
  ["abc", "US", false],
  ["12", "US", false],
  ["06 12 34 56 78", "US", false],
  ["call 207 555 0142", "US", false],
  ["2075550142", "AQ", false],
])("%s in %s stays as it was typed", (typed, country, isOne) => {
  expect(normalizePhone(typed, country)).toBe(typed);
  expect(isPhone(typed, country)).toBe(isOne);
});

test("the example of a country is a number there; a country without numbers has one too", () => {
  expect(examplePhone("JP")).toMatch(/^\+81 /);
  for (const country of [...getCountries(), "AQ"]) expect(isPhone(examplePhone(country), country)).toBe(true);
});

test.each([
  ["+12075550142", "+1 207 555 0142"],
  ["+33612345678", "+33 6 12 34 56 78"],
  ["+4930901820", "+49 30 901820"],
])("%s is shown as %s, which is stored as the same number", (kept, shown) => {
  expect(spacedPhone(kept)).toBe(shown);
  expect(normalizePhone(shown, "AQ")).toBe(kept);
});

test.each(["207 555 0142 ext. 5", "+1", "+12075550142;ext=5", "ask my neighbour", ""])(
  "%j is shown as it was typed",
  (kept) => expect(spacedPhone(kept)).toBe(kept),
);
