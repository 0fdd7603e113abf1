import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogueLanguage } from "#lib/platform/i18n/languages.ts";

test("the language of products is one setting, which the dialect does not repeat", () => {
  const files = globSync("lib/dialects/commercetools/**/*.ts").filter((file) => !file.endsWith(".test.ts"));
  const code = files.map((file) => ({
    file,
    text: readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""),
  }));
  const named = new RegExp(`["'.]${catalogueLanguage}\\b|\\b${catalogueLanguage}:`);
  expect(files.length).toBeGreaterThan(100);
  expect(code.filter(({ text }) => named.test(text)).map(({ file }) => file)).toEqual([]);
});
