import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from "zod-openapi";
import type { Route } from "./dialect.ts";

type Operation = Pick<ZodOpenApiOperationObject, "requestParams" | "requestBody" | "responses"> & {
  security: NonNullable<ZodOpenApiOperationObject["security"]>;
  description?: string;
};

/** The parts of an OpenAPI document that do not follow from the routes, and a dialect's description of each route. */
export type Contract<R extends Route> = {
  title: string;
  description: string;
  /** What the paths are appended to. */
  servers: { url: string }[];
  securitySchemes: NonNullable<NonNullable<ZodOpenApiObject["components"]>["securitySchemes"]>;
  describe(route: R): Operation;
};

/** Generates a dialect's OpenAPI 3.1 document from its routes. */
export function openApiDocument<R extends Route>(routes: readonly R[], contract: Contract<R>) {
  const { title, description, servers, securitySchemes, describe } = contract;
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    const { id, tag, summary } = route;
    const operation = { operationId: id, tags: [tag], summary, ...describe(route) };
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation };
  }
  return createDocument({
    openapi: "3.1.0",
    info: { title, version: "1", description, license: { name: "Apache 2.0", identifier: "Apache-2.0" } },
    servers,
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: paths as ZodOpenApiPathsObject,
    components: { securitySchemes },
  });
}
