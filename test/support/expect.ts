import { expect } from "vitest";
import type * as z from "zod";
import { cartResponse, errorTable, orderResponse } from "#lib/dialects/store-api/index.ts";
import type { ErrorCode } from "#lib/platform/errors.ts";
import type { Reply } from "./call.ts";

/** The data of a successful answer. Fails the test if it is an error. */
export function dataOf<S extends z.ZodType>(reply: Reply, schema: S): z.output<S> {
  expect(reply.status, reply.text).toBeLessThan(300);
  return schema.parse(reply.body.data);
}

export const cartOf = (reply: Reply) => dataOf(reply, cartResponse);
export const orderOf = (reply: Reply) => dataOf(reply, orderResponse);

/** Compares a whole error answer: status, code, message and details. */
export function expectFailure(
  reply: Reply,
  code: ErrorCode,
  message: string | RegExp,
  details?: unknown,
): void {
  const [statusCode, errorCode] = errorTable[code];
  expect(reply.body).toEqual({
    statusCode,
    errorCode,
    message: typeof message === "string" ? message : expect.stringMatching(message),
    requestId: reply.headers.get("x-request-id"),
    ...(details === undefined ? {} : { details }),
  });
  expect(reply.status).toBe(statusCode);
}

/** The fields that a VALIDATION_ERROR names, in order. */
export function expectInvalid(reply: Reply, ...paths: string[]): void {
  expectFailure(
    reply,
    "validation_failed",
    "Some fields are not valid",
    paths.map((path) => ({ path, message: expect.any(String) })),
  );
}

/** Counts answers by kind: { "201": 10, "409 OUT_OF_STOCK": 40 }. */
export function tally(replies: Reply[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of replies) {
    const kind = typeof body.errorCode === "string" ? `${status} ${body.errorCode}` : `${status}`;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
