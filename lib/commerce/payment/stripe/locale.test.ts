import { expect, test } from "vitest";
import { stripeLocale } from "./locale.ts";

test.each([
  ["en-US", "en"],
  ["en-GB", "en-GB"],
  ["de-AT", "de"],
  ["pt-BR", "pt-BR"],
  ["pt-PT", "pt"],
  ["es-ES", "es"],
  ["es", "es"],
  ["es-MX", "es-419"],
  ["fr-CA", "fr-CA"],
  ["fr-CH", "fr"],
  ["no", "nb"],
  ["nn-NO", "nb"],
  ["zh-Hant-TW", "zh-TW"],
  ["zh-Hant", "zh-TW"],
  ["zh-CN", "zh"],
  ["hi", "hi-IN"],
  ["ar-EG", "auto"],
  ["", "auto"],
  ["not a locale", "auto"],
])("an order in %s is paid for on a page in %s", (locale, spoken) => {
  expect(stripeLocale(locale)).toBe(spoken);
});
