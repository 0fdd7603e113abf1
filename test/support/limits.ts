import { afterAll, beforeAll, expect } from "vitest";
import { env } from "#lib/platform/env.ts";
import { withClientAddress } from "#lib/platform/http/client-address.ts";
import type { Reply } from "./call.ts";
import { expectFailure } from "./expect.ts";

/** Turns the limits of calls on for this test file. Without them, files need no networks of their own. */
export function applyLimits(): void {
  beforeAll(() => {
    env.RATE_LIMITS = "on";
  });
  afterAll(() => {
    env.RATE_LIMITS = "off";
  });
}

// Files that share a process count on: the limits remember networks.
let networks = 0;

/** An unused network address. */
export function newAddress(): string {
  networks++;
  return `10.0.${Math.floor(networks / 250)}.${(networks % 250) + 1}`;
}

/** Runs `work` as a client at that address. */
export const from = <T>(address: string, work: () => T): T => withClientAddress(address, work);

/** Runs `work` from an unused network, so that it does not count towards the test's limits. */
export const apart = <T>(work: () => Promise<T>): Promise<T> => from(newAddress(), work);

/** Sends `count` requests one after the other. */
export async function times(count: number, ask: (index: number) => Promise<Reply>): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (let index = 0; index < count; index++) replies.push(await ask(index));
  return replies;
}

/** Expects a 429 with the body and headers of its rule. */
export function expectRefused(reply: Reply, limit: number, windowSeconds: number): void {
  const wait = Number(reply.headers.get("retry-after"));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(windowSeconds);
  expectFailure(reply, "too_many_requests", "Too many requests. Try again later.", {
    limit,
    windowSeconds,
    retryAfterSeconds: wait,
  });
  expect(reply.headers.get("ratelimit-policy")).toBe(`"default";q=${limit};w=${windowSeconds}`);
  expect(reply.headers.get("ratelimit")).toBe(`"default";r=0;t=${wait}`);
}
