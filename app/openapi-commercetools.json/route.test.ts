import { describe, expect, test } from "vitest";
import * as z from "zod";
import { routes as served } from "#lib/dialects/commercetools/routes.ts";
import { GET } from "./route.ts";

const content = z.object({ content: z.record(z.string(), z.object({ schema: z.looseObject({}) })) });
const operation = z.looseObject({
  operationId: z.string(),
  summary: z.string().min(1),
  tags: z.array(z.string()).length(1),
  security: z.array(z.record(z.string(), z.array(z.string()))).min(1),
  parameters: z
    .array(z.looseObject({ name: z.string(), in: z.enum(["path", "query"]), schema: z.looseObject({}) }))
    .optional(),
  requestBody: content.optional(),
  responses: z.record(z.string().regex(/^(20[01]|409|default)$/), content),
});
const documentShape = z.looseObject({
  openapi: z.literal("3.1.0"),
  servers: z.tuple([z.object({ url: z.literal("/commercetools") })]),
  paths: z.record(z.string().startsWith("/"), z.record(z.string(), operation)),
  components: z.looseObject({
    schemas: z.record(z.string(), z.unknown()),
    securitySchemes: z.record(z.string(), z.unknown()),
  }),
});

/** The contract's paths are below its server's. */
const routes = served.map((route) => ({ ...route, path: route.path.replace(/^\/commercetools/, "") }));
const response = await GET();
const text = await response.text();
const document = documentShape.parse(JSON.parse(text));

test("the contract is public JSON, readable from other sites", () => {
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("application/json");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
});

test("it holds every route of the dialect once, and nothing else", () => {
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${method} ${path} ${operationId}`),
  );
  expect(described.sort()).toEqual(
    routes.map(({ id, method, path }) => `${method.toLowerCase()} ${path} ${id}`).sort(),
  );
  expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length);
});

test("every reference resolves", () => {
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
  expect(references).toContain("Error");
  expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining([...new Set(references)]));
});

describe.each(routes.map((route) => [route.id, route] as const))("%s", (_, route) => {
  const described = document.paths[route.path]?.[route.method.toLowerCase()];

  test("states who may call", () => {
    const ways = described?.security ?? [];
    const names = ways.flatMap((way) => Object.keys(way));
    expect(Object.keys(document.components.securitySchemes)).toEqual(expect.arrayContaining(names));
    const scopes = new Set(ways.flatMap((way) => Object.values(way).flat()));
    expect([...scopes].sort()).toEqual((route.access?.scopes ?? []).map((scope) => `${scope}:demo`).sort());
    if (!route.access) expect(names).toEqual(["client"]);
  });

  test("states input and answers", () => {
    const { parameters = [], requestBody, responses = {} } = described ?? {};
    const named = (place: string) => parameters.filter((one) => one.in === place).map(({ name }) => name);
    expect(named("path")).toEqual([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    expect(named("query")).toEqual(expect.arrayContaining(Object.keys(route.query?.shape ?? {})));
    expect(requestBody !== undefined).toBe(route.method === "POST");
    expect(responses[`${route.status ?? 200}`]).toBeDefined();
    expect(responses.default?.content["application/json"]?.schema.$ref).toBe("#/components/schemas/Error");
  });
});
