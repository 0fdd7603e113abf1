import { describe, expect, test } from "vitest";

// The configuration is read at the first import of whatever needs it.
process.env.RATE_LIMITS = "on";
const { call } = await import("#test/support/call.ts");
const { tally } = await import("#test/support/expect.ts");
const { expectRefused, from, newAddress, times } = await import("#test/support/limits.ts");
const { accountExists } = await import("#lib/guest-checkout/routes.ts");

describe("a network", () => {
  const ask = (address: string) =>
    from(address, () => call(accountExists, { query: { email: "guest@example.com" } }));

  test("is the /64 that an IPv6 client owns, however its addresses are written; its neighbour is another", async () => {
    const prefix = `2001:db8:77:1`;
    const addresses = Array.from({ length: 10 }, (_, index) => `${prefix}:${index}:${index}::${index}`);
    expect(tally(await times(10, (index) => ask(addresses[index] ?? prefix)))).toEqual({ "200": 10 });
    expectRefused(await ask(`${prefix.toUpperCase()}:ffff:0:0:1`), 10, 600);
    expect((await ask(`${prefix.slice(0, -1)}2::1`)).status).toBe(200);
  });

  test("is one IPv4 address, also when it comes as IPv6", async () => {
    const address = newAddress();
    const replies = await times(10, (index) => ask(index % 2 ? address : `::ffff:${address}`));
    expect(tally(replies)).toEqual({ "200": 10 });
    expectRefused(await ask(`::FFFF:${address}`), 10, 600);
  });

  test("is never what a header claims", async () => {
    const address = newAddress();
    const claim = (index: number) =>
      from(address, () =>
        call(accountExists, {
          query: { email: "guest@example.com" },
          headers: { "x-forwarded-for": `198.51.100.${index}`, "x-real-ip": `198.51.100.${index}` },
        }),
      );
    await times(10, claim);
    expectRefused(await claim(11), 10, 600);
  });
});
