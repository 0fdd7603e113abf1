import * as z from "zod";
import { openApiDocument } from "#lib/platform/http/openapi.ts";
import type { CommercetoolsRoute } from "./dialect.ts";
import type { Access } from "./http/bearer.ts";
import { expandParameter } from "./http/parameters.ts";
import { mount, projectKey } from "./project.ts";
import { routes } from "./routes.ts";

const description = `The part of the commercetools HTTP API that a guest checkout uses; docs/commercetools.md says what is
covered. The official SDK drives it unmodified, with /commercetools as the host of both its servers. A GET answers HEAD too.`;

const entry = z.looseObject({ code: z.string(), message: z.string() });
const errorBody = z
  .looseObject({
    statusCode: z.int(),
    message: z.string(),
    errors: z.array(entry).min(1).meta({ description: "The first one describes the error" }),
    error: z.string().optional().meta({ description: "The code again, for errors of tokens and scopes" }),
    error_description: z.string().optional(),
  })
  .meta({ id: "Error" });

/** Kinds of token. */
type Scheme = "program" | "session" | "customer";

/** The kinds of token that each access admits. */
const schemes: Record<Access["as"], readonly Scheme[]> = {
  // Only the scopes decide what a program may do; a shopper's token with these scopes may do it too.
  client: ["program", "session", "customer"],
  shopper: ["session", "customer"],
  customer: ["customer"],
  anyone: ["session", "customer", "program"],
};

const grant = (scheme: Scheme, way: string) => ({
  tokenUrl: `${mount}/oauth${way}/token`,
  scopes: Object.fromEntries(scopesFor(scheme).map((name) => [name, ""])),
});

/** The dialect's OpenAPI 3.1 document, generated from its routes. */
export function commercetoolsDocument() {
  const belowMount = routes.map((route) => ({ ...route, path: route.path.slice(mount.length) }));
  return openApiDocument(belowMount, {
    title: "commercetools dialect",
    description,
    servers: [{ url: mount }],
    securitySchemes: {
      client: { type: "http", scheme: "basic", description: "An API client's id and secret" },
      program: { type: "oauth2", flows: { clientCredentials: grant("program", "") } },
      session: {
        type: "oauth2",
        flows: { clientCredentials: grant("session", `/${projectKey}/anonymous`) },
      },
      customer: { type: "oauth2", flows: { password: grant("customer", `/${projectKey}/customers`) } },
    },
    describe,
  });
}

function describe(route: CommercetoolsRoute) {
  const { path, access, query = z.object({}), body, form, status = 200 } = route;
  const mediaType = body ? "application/json" : "application/x-www-form-urlencoded";
  const schema = body ?? form;
  return {
    ...(access && { description: `Needs one of: ${access.scopes.map(scopeName).join(", ")}.` }),
    security: securityOf(access),
    requestParams: { path: pathParameters(path), query: access ? query.extend(expandParameter) : query },
    ...(schema && { requestBody: { required: true, content: { [mediaType]: { schema } } } }),
    responses: {
      [`${status}`]: answer("Success", z.looseObject({})),
      ...(takesVersion(route) && { 409: answer("The version is not the current one", errorBody) }),
      default: answer("What is wrong", errorBody),
    },
  };
}

function answer(description: string, schema: z.ZodType) {
  return { description, content: { "application/json": { schema } } };
}

/** Every way to authorize the call: a kind of token with one of the scopes. */
function securityOf(access: Access | null): Record<string, string[]>[] {
  if (!access) return [{ client: [] }];
  return schemes[access.as].flatMap((scheme) =>
    access.scopes.map((scope) => ({ [scheme]: [scopeName(scope)] })),
  );
}

function takesVersion({ body, query }: CommercetoolsRoute): boolean {
  return [body, query].some((schema) => schema instanceof z.ZodObject && "version" in schema.shape);
}

function pathParameters(path: string): z.ZodObject {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  return z.object(
    Object.fromEntries(names.map((name) => [name, name === "project" ? z.literal(projectKey) : z.string()])),
  );
}

function scopeName(scope: string): string {
  return `${scope}:${projectKey}`;
}

/** The scopes of such a token. */
function scopesFor(scheme: Scheme): string[] {
  const needed = routes.flatMap(({ access }) =>
    access && schemes[access.as].includes(scheme) ? access.scopes : [],
  );
  return [...new Set(needed)].map(scopeName);
}
