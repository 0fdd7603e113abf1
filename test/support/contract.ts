import { expect } from "vitest";
import * as z from "zod";
import { errorsOf, errorTable, failureSchemaOf, type StoreRoute } from "#lib/dialects/store-api/index.ts";

type Reply = { status: number; headers: Headers; body: Record<string, unknown> };

const page = z.strictObject({
  total: z.int().min(0),
  limit: z.int().min(1),
  offset: z.int().min(0),
  hasMore: z.boolean(),
});

/** Fails the test if an answer does not match its route's contract in /openapi.json. */
export function checkContract(spec: StoreRoute, reply: Reply): void {
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    "content-type": "application/json; charset=utf-8",
    "x-request-id": expect.stringMatching(/^[A-Za-z0-9._-]{8,64}$/),
    "cache-control": "no-store",
    "x-robots-tag": "noindex, nofollow",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  expect(reply.headers.has("set-cookie")).toBe(false);
  if (reply.status < 400) checkSuccess(spec, reply);
  else checkFailure(spec, reply);
}

function checkSuccess(spec: StoreRoute, { status, headers, body }: Reply): void {
  const isAccepted = status === 202 && spec.accepted !== undefined;
  const statusCode = isAccepted ? 202 : (spec.status ?? 200);
  const schema = (isAccepted && spec.accepted) || spec.response;
  const { data } = body;
  // Parsing drops fields that are not in the schema, so the comparison finds them.
  expect({ route: spec.id, data: schema.parse(data) }).toEqual({ route: spec.id, data });
  expect(body).toEqual({
    data,
    message: "Success",
    statusCode,
    ...(spec.paged && { metadata: page.parse(body.metadata) }),
  });
  expect(status).toBe(statusCode);
  if (spec.cart) expect(headers.get("x-cart-token")).toMatch(/^[A-Za-z0-9_-]{43}$/);
}

function checkFailure(spec: StoreRoute, { status, headers, body }: Reply): void {
  expect(body.message).not.toBe("");
  expect(body.requestId).toBe(headers.get("x-request-id"));
  const promised = errorsOf(spec).filter(
    (code) => errorTable[code].join(" ") === `${status} ${body.errorCode}`,
  );
  expect(promised, `${status} ${body.errorCode} among the errors of ${spec.id}`).not.toEqual([]);
  // Parsing drops members that are not in the schema, so the comparison finds them.
  expect(failureSchemaOf(promised).parse(body)).toEqual(body);
}
