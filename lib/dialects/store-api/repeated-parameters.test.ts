import { expect, test } from "vitest";
import { answer } from "#test/support/call.ts";
import { allStoreRoutes } from "#test/support/store-routes.ts";

const named = allStoreRoutes.flatMap((route) =>
  Object.keys(route.query?.shape ?? {}).map((name) => [route.id, name, route] as const),
);

test.each(named)("%s refuses %s twice rather than choose one", async (_id, name, route) => {
  const path = route.path.replaceAll(/\{\w+\}/g, "x");
  const url = `http://localhost:3000${path}?${name}=1&${name}=2`;
  const response = await answer(route, new Request(url, { method: route.method }));
  expect(response.status).toBe(400);
  const text = await response.text();
  const { details } = JSON.parse(text);
  expect(details).toContainEqual({
    path: name,
    message: expect.stringMatching(/received array|^A whole number from/),
  });
});
