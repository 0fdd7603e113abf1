import { expect, test } from "vitest";
import { productionManifest } from "./production-manifest.ts";

test("names what the checkout names, and nothing that only a checkout needs", () => {
  const own = { name: "shop", version: "1.2.3", license: "MIT", scripts: { start: "" }, dependencies: {} };
  expect(JSON.parse(productionManifest(own))).toEqual({
    ...{ name: "shop", version: "1.2.3", license: "MIT" },
    ...{ private: true, type: "module", engines: { node: ">=20.19" } },
  });
});

test("an app without a version and a licence, such as one that create-next-app made, can be built", () => {
  expect(JSON.parse(productionManifest({ name: "own-shop" }))).toMatchObject({
    name: "own-shop",
    type: "module",
  });
});
