import * as z from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import type { ErrorCode } from "#lib/platform/errors.ts";
import { errorsOf, type RouteSpec } from "./spec.ts";

type Description = {
  title: string;
  version: string;
  description: string;
  errorTable: Record<ErrorCode, readonly [number, string]>;
};

const errorBody = z
  .object({
    statusCode: z.int(),
    errorCode: z.string(),
    message: z.string(),
    details: z.unknown().optional(),
    requestId: z.string(),
  })
  .meta({ id: "Error" });

const page = z
  .object({ total: z.int(), limit: z.int(), offset: z.int(), hasMore: z.boolean() })
  .meta({ id: "Page" });

/** The contract of a dialect as OpenAPI 3.1, from the same specs that its routes are parsed with. */
export function openApiDocument(specs: readonly RouteSpec[], about: Description) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const spec of specs) {
    paths[spec.path] = {
      ...paths[spec.path],
      [spec.method.toLowerCase()]: operation(spec, about.errorTable),
    };
  }
  return createDocument({
    openapi: "3.1.0",
    info: { title: about.title, version: about.version, description: about.description },
    paths: paths as ZodOpenApiPathsObject,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "The session token that a sign-in answers" },
        cookie: { type: "apiKey", in: "cookie", name: "better-auth.session_token" },
      },
    },
  });
}

function operation(spec: RouteSpec, errorTable: Description["errorTable"]): ZodOpenApiOperationObject {
  const { headers, params, query, body } = spec;
  return {
    operationId: spec.id,
    tags: [spec.tag],
    summary: spec.summary,
    ...(spec.description && { description: spec.description }),
    security:
      spec.auth === "public"
        ? []
        : [...(spec.auth === "optional" ? [{}] : []), { bearer: [] }, { cookie: [] }],
    requestParams: {
      ...(headers && { header: headers }),
      ...(params && { path: params }),
      ...(query && { query }),
    },
    ...(body && { requestBody: { required: true, content: { "application/json": { schema: body } } } }),
    responses: { [`${spec.status ?? 200}`]: success(spec), ...failures(spec, errorTable) },
  };
}

function success(spec: RouteSpec) {
  const schema = z.object({
    data: spec.response,
    message: z.literal("Success"),
    statusCode: z.literal(spec.status ?? 200),
    ...(spec.paged && { metadata: page }),
  });
  const headers = z.object({
    "x-cart-token": z.string().meta({ description: "The token of the cart that was used" }),
  });
  return {
    description: "Success",
    ...(spec.cart && { headers }),
    content: { "application/json": { schema } },
  };
}

/** One response per status; its description names the codes. */
function failures(spec: RouteSpec, errorTable: Description["errorTable"]) {
  const byStatus = new Map<number, string[]>();
  for (const code of errorsOf(spec)) {
    const [status, name] = errorTable[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), name]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => [
      `${status}`,
      { description: names.join(", "), content: { "application/json": { schema: errorBody } } },
    ]),
  );
}
