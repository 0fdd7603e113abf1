import { expect, test } from "vitest";
import * as z from "zod";
import { guestToken, send } from "#test/support/commercetools/call.ts";
import { expectError } from "#test/support/commercetools/shop.ts";
import { routes } from "../routes.ts";
import { checkRepeated } from "./parameters.ts";

const described = routes.flatMap((route) => {
  const parameters = route.access ? (route.form ?? route.query) : undefined;
  return Object.entries(parameters?.shape ?? {}).map(
    ([name, schema]) => [route.id, name, z.object({ [name]: schema })] as const,
  );
});

test.each(described)("%s does not choose between two values of %s", (_id, name, parameters) => {
  const takes = (query: string) => () => checkRepeated(new URLSearchParams(query), parameters);
  const isList = /^(where|sort|expand|filter|filter\.\w+|facet)$/.test(name);
  if (isList) expect(takes(`${name}=1&${name}=2`)).not.toThrow();
  else expect(takes(`${name}=1&${name}=2`)).toThrow("Given more than once.");
  expect(takes(`${name}=1&${name}=1&var.a=1&var.a=2`)).not.toThrow();
});

test("the answer names the parameter", async () => {
  const { token } = await guestToken();
  const reply = await send("GET", "/me/carts?limit=1&limit=2", { token });
  expectError(reply, 400, "InvalidInput", {
    message: "Malformed parameter: limit: Given more than once.",
  });
});
