import { expect } from "vitest";
import type { Reply } from "./call.ts";

/** Expects the whole body of an error of the OAuth endpoints. */
export function expectOAuthError(reply: Reply, status: number, code: string, message: string): void {
  expect(reply.status).toBe(status);
  expect(reply.body).toEqual({
    statusCode: status,
    message,
    errors: [{ code, message }],
    error: code,
    error_description: message,
  });
}
