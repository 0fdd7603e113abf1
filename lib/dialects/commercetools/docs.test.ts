import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { developmentClient } from "#prisma/seed/api-client.ts";
import { cartAction, myCartAction } from "./carts/schemas.ts";
import { customerAction, myCustomerAction } from "./customers/schemas.ts";
import { orderAction } from "./orders/schemas.ts";
import { paymentAction } from "./payments/schemas.ts";
import { routes } from "./routes.ts";

const page = readFileSync(new URL("../../../docs/commercetools.md", import.meta.url), "utf8");

test.each(
  routes.map(({ method, path }) => ({
    method,
    path: path.replace(/^\/commercetools(\/\{project\})?/, "") || "/",
  })),
)("the page lists $method $path", ({ method, path }) => {
  const name = path.replace("/demo/", "/{projectKey}/");
  const row = page.split("\n").find((line) => line.startsWith("|") && line.includes(`\`${name}\``));
  expect(row).toBeDefined();
  if (!path.startsWith("/oauth")) expect(row).toContain(`\`${method}\``);
});

test("the page lists every update action, and the seeded client", () => {
  for (const { options } of [
    cartAction,
    myCartAction,
    customerAction,
    myCustomerAction,
    orderAction,
    paymentAction,
  ]) {
    for (const { shape } of options) expect(page).toContain(`\`${[...shape.action.values][0]}\``);
  }
  expect(page).toContain(developmentClient.id);
  expect(page).toContain(developmentClient.secret);
});
