import { describe, expect, test } from "vitest";
import * as z from "zod";
import { errorsOf, errorTable } from "#lib/dialects/store-api/index.ts";
import { shutdown } from "#lib/platform/shutdown.ts";
import { allStoreRoutes as routes } from "#test/support/store-routes.ts";
import { GET as healthz } from "../healthz/route.ts";
import { GET as readyz } from "../readyz/route.ts";
import { GET } from "./route.ts";

const json = z.object({ content: z.object({ "application/json": z.object({ schema: z.looseObject({}) }) }) });
const operation = z.looseObject({
  operationId: z.string(),
  summary: z.string().min(1),
  tags: z.array(z.string()).length(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.enum(["path", "query", "header"]),
        required: z.boolean().optional(),
        schema: z.looseObject({}),
      }),
    )
    .optional(),
  requestBody: json.optional(),
  responses: z.record(
    z.string().regex(/^([2-5]\d\d|default)$/),
    json.extend({ description: z.string().min(1) }),
  ),
});
const documentShape = z.looseObject({
  openapi: z.literal("3.1.0"),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string().startsWith("/"), z.record(z.string(), operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

const response = await GET();
const text = await response.text();
const document = documentShape.parse(JSON.parse(text));
const operationOf = (spec: (typeof routes)[number]) => document.paths[spec.path]?.[spec.method.toLowerCase()];

test("the contract is public JSON, readable from other sites", () => {
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("application/json");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
});

test("it contains every route once, and the start of a guest session", () => {
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${method} ${path} ${operationId}`),
  );
  const ours = routes.map(({ id, method, path }) => `${method.toLowerCase()} ${path} ${id}`);
  expect(described.sort()).toEqual([...ours, "post /auth/sign-in/anonymous startGuestSession"].sort());
});

test("every operation names what the web server answers in its place", () => {
  for (const spec of routes) {
    const { description } = operationOf(spec)?.responses.default ?? {};
    for (const code of [
      "uri_too_long",
      "headers_too_large",
      "method_not_allowed",
      "unsupported_media_type",
    ] as const)
      expect(description).toContain(errorTable[code].join(" "));
  }
});

test("every reference resolves", () => {
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
  expect(references.length).toBeGreaterThan(10);
  expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining([...new Set(references)]));
});

describe.each(routes.map((spec) => [spec.id, spec] as const))("%s", (_, spec) => {
  test("documents its answers: success, and each error by status and name", () => {
    const responses = operationOf(spec)?.responses ?? {};
    expect(responses[`${spec.status ?? 200}`]).toBeDefined();
    for (const code of errorsOf(spec)) {
      const [status, name] = errorTable[code];
      expect(responses[`${status}`]?.description.split(", ")).toContain(name);
    }
  });

  test("documents its input: path parameters, query, headers, body", () => {
    const { parameters = [], requestBody } = operationOf(spec) ?? {};
    const named = (place: string) => parameters.filter((one) => one.in === place).map(({ name }) => name);
    expect(named("path")).toEqual(Object.keys(spec.params?.shape ?? {}));
    expect(named("query")).toEqual(Object.keys(spec.query?.shape ?? {}));
    expect(named("header")).toEqual(Object.keys(spec.headers?.shape ?? {}));
    for (const one of parameters) if (one.in === "path") expect(one.required).toBe(true);
    expect(requestBody !== undefined).toBe(spec.body !== undefined);
  });

  test("documents who may call", () => {
    const ways = operationOf(spec)?.security ?? [];
    const anybody = ways.length === 0 || ways.some((way) => Object.keys(way).length === 0);
    expect(anybody).toBe(spec.verb.policy.who.includes("none"));
  });
});

test("the process reports that it is alive and ready", async () => {
  const [alive, ready] = [healthz(), await readyz()];
  expect([alive.status, await alive.json()]).toEqual([200, { status: "ok" }]);
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: "ready", checks: { database: true, migrations: true, accepting: true } },
  ]);
  for (const { headers } of [alive, ready]) expect(headers.get("cache-control")).toBe("no-store");
});

test("a process that is shutting down reports 503", async () => {
  shutdown.hasBegun = true;
  try {
    const leaving = await readyz();
    expect(leaving.status).toBe(503);
    expect(await leaving.json()).toMatchObject({ status: "not ready", checks: { accepting: false } });
  } finally {
    shutdown.hasBegun = false;
  }
});
