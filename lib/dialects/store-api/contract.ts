import * as z from "zod";
import type { ErrorCode } from "#lib/platform/errors.ts";
import { openApiDocument } from "#lib/platform/http/openapi.ts";
import { errorsOf, type StoreRoute } from "./dialect.ts";
import { errorTable } from "./errors.ts";
import { failureSchemaOf } from "./failure-schemas.ts";
import { startGuestSession } from "./guest-session.ts";

const page = z
  .object({ total: z.int(), limit: z.int(), offset: z.int(), hasMore: z.boolean() })
  .meta({ id: "Page" });

const cartToken = z.string().meta({ description: "The token of the cart that was used" });
const token = z.object({ "x-cart-token": cartToken });

/** The OpenAPI document of the store API, for `routes`. */
export function storeDocument(routes: readonly StoreRoute[]) {
  return openApiDocument(routes, {
    title: "Store API",
    description:
      "Guest checkout over HTTP. Start a guest session with POST /auth/sign-in/anonymous and send its token as a bearer token.",
    besides: [startGuestSession],
    servers: [{ url: "/" }],
    securitySchemes: {
      bearer: { type: "http", scheme: "bearer", description: "The session token that a sign-in returns" },
      cookie: { type: "apiKey", in: "cookie", name: "better-auth.session_token" },
    },
    describe: (route) => ({
      ...(route.description && { description: route.description }),
      security: securityOf(route),
      requestParams: {
        ...(route.headers && { header: route.headers }),
        ...(route.params && { path: route.params }),
        ...(route.query && { query: route.query }),
      },
      ...(route.body && {
        requestBody: { required: true, content: { "application/json": { schema: route.body } } },
      }),
      responses: {
        [`${route.status ?? 200}`]: success(route),
        ...(route.accepted && { 202: success({ ...route, response: route.accepted, status: 202 }) }),
        ...failures(route),
        default: {
          description: `Requests that no operation sees: ${beforeOperations.map((code) => errorTable[code].join(" ")).join(", ")}`,
          content: { "application/json": { schema: failureSchemaOf(beforeOperations) } },
        },
      },
    }),
  });
}

/** No security for public routes; otherwise a session is optional or required. */
function securityOf({ verb }: StoreRoute): Record<string, string[]>[] {
  const { who } = verb.policy;
  if (who.includes("shop")) return [];
  return [...(who.includes("none") ? [{}] : []), { bearer: [] }, { cookie: [] }];
}

type Success = Pick<StoreRoute, "response" | "paged" | "cart"> & { status?: number };

function success({ response, status = 200, paged, cart }: Success) {
  const schema = z.object({
    data: response,
    message: z.literal("Success"),
    statusCode: z.literal(status),
    ...(paged && { metadata: page }),
  });
  return {
    description: "Success",
    ...(cart && { headers: token }),
    content: { "application/json": { schema } },
  };
}

/** What the web server and the API answer before they know the operation, or without it. */
const beforeOperations = [
  "bad_request",
  "not_found",
  "method_not_allowed",
  "request_timeout",
  "payload_too_large",
  "uri_too_long",
  "unsupported_media_type",
  "headers_too_large",
] as const;

/** One response per status; the description lists the codes. */
function failures(route: StoreRoute) {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of errorsOf(route)) {
    const [status] = errorTable[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      `${status}`,
      {
        description: codes.map((code) => errorTable[code][1]).join(", "),
        ...(route.cart && status < 500 && { headers: token.partial() }),
        content: { "application/json": { schema: failureSchemaOf(codes) } },
      },
    ]),
  );
}
