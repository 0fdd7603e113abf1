import { beforeEach, describe, expect, test } from "vitest";
import { POST as auth } from "#app/auth/[...all]/route.ts";
import { db } from "#lib/platform/database/db.ts";
import { applyLimits, from, newAddress } from "#test/support/limits.ts";
import { authRequest } from "#test/support/sessions.ts";

applyLimits();

/** A network starts 20 guest sessions a minute. */
const allowed = 20;

describe("a network", () => {
  // All networks together start 50 guest sessions a second, which these tests exceed.
  beforeEach(async () => void (await db.$executeRaw`delete from rate_limit`));

  const start = async (address: string, headers: Record<string, string> = {}) =>
    (await from(address, () => auth(authRequest("/auth/sign-in/anonymous", {}, headers)))).status;

  /** Uses a network up: `ask` gets the number of the call. */
  async function useUp(ask: (index: number) => Promise<number>): Promise<void> {
    for (let index = 0; index < allowed; index++) expect(await ask(index)).toBe(200);
  }

  test("is the /64 of an IPv6 address in any notation; the next /64 is another", async () => {
    const prefix = "2001:db8:77:1";
    await useUp((index) => start(`${prefix}:${index}:${index}::${index}`));
    expect(await start(`${prefix.toUpperCase()}:ffff:0:0:1`)).toBe(429);
    expect(await start(`${prefix.slice(0, -1)}2::1`)).toBe(200);
  });

  test("is a single IPv4 address, even if written as IPv6", async () => {
    const address = newAddress();
    await useUp((index) => start(index % 2 ? address : `::ffff:${address}`));
    expect(await start(`::FFFF:${address}`)).toBe(429);
  });

  test("is never taken from a header", async () => {
    const address = newAddress();
    const claim = (index: number) =>
      start(address, {
        "x-forwarded-for": `198.51.100.${index}`,
        "x-real-ip": `198.51.100.${index}`,
      });
    await useUp(claim);
    expect(await claim(allowed)).toBe(429);
  });
});
