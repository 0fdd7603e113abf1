import { expect, test } from "vitest";
import { swatchesOf, swatchOf } from "./swatches.ts";

const product = {
  options: [
    { name: "Color", values: ["Sand", "Glass"], swatches: { Sand: "#d8c6a4" } },
    { name: "Size", values: ["Small"] },
  ],
};

test("only values with a colour have a swatch", () => {
  expect(swatchesOf(product)).toEqual([{ name: "Sand", color: "#d8c6a4" }]);
  expect(swatchOf({ options: { Size: "Small", Color: "Sand" } }, product)).toBe("#d8c6a4");
  expect(swatchOf({ options: { Size: "Small", Color: "Glass" } }, product)).toBeNull();
});
