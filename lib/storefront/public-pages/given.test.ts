import { expect, test } from "vitest";
import { currentCart } from "../visitor/current-cart.ts";
import { currentContext } from "../visitor/current-context.ts";
import { withGiven } from "./given.ts";

test.each([
  ["context", currentContext],
  ["cart", currentCart],
])("a kept page cannot ask for the visitor's %s, which would be nobody's", async (_what, ask) => {
  const frame = { items: 0, isCustomer: false };
  await withGiven({ frame }, () => expect(ask()).rejects.toThrow("public-pages/read-page.ts"));
});
