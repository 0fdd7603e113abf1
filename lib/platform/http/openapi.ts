import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from "zod-openapi";
import type { Route, RouteSpec } from "./dialect.ts";

type Operation = Pick<ZodOpenApiOperationObject, "requestParams" | "requestBody" | "responses"> & {
  security: NonNullable<ZodOpenApiOperationObject["security"]>;
  description?: string;
};

/** An operation with its place in the document. */
export type Described = RouteSpec & { operation: Operation };

/** The parts of an OpenAPI document that do not follow from the routes, and a dialect's description of each route. */
export type Contract<R extends Route> = {
  title: string;
  description: string;
  /** What the paths are appended to. */
  servers: { url: string }[];
  securitySchemes: NonNullable<NonNullable<ZodOpenApiObject["components"]>["securitySchemes"]>;
  describe(route: R): Operation;
  /** What its callers need besides its routes. */
  besides?: readonly Described[];
};

/** Generates a dialect's OpenAPI 3.1 document from its routes. */
export function openApiDocument<R extends Route>(routes: readonly R[], contract: Contract<R>) {
  const { title, description, servers, securitySchemes, describe, besides = [] } = contract;
  const described = [...besides, ...routes.map((route) => ({ ...route, operation: describe(route) }))];
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const { id, tag, summary, method, path, operation } of described) {
    const entry = { operationId: id, tags: [tag], summary, ...operation };
    paths[path] = { ...paths[path], [method.toLowerCase()]: entry };
  }
  return createDocument({
    openapi: "3.1.0",
    info: { title, version: "1", description, license: { name: "Apache 2.0", identifier: "Apache-2.0" } },
    servers,
    tags: [...new Set(described.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: paths as ZodOpenApiPathsObject,
    components: { securitySchemes },
  });
}
