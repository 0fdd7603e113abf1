import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The network that a call from `address` is counted as, in a shop with this public address. */
async function networkOfCall(storefront: string, address: string, isForwarded = false) {
  vi.stubEnv("STOREFRONT_URL", storefront);
  vi.resetModules();
  const { withClientAddress } = await import("./client-address.ts");
  const { callerOf } = await import("./caller.ts");
  return withClientAddress(address, () => callerOf({ type: "none" }).network, isForwarded);
}

test.each(["127.0.0.1", "127.9.9.9", "::1"])(
  "a local shop's own machine, %s, is no network",
  async (address) => {
    expect(await networkOfCall("http://localhost:3000", address)).toBeUndefined();
    expect(await networkOfCall("http://127.0.0.1:3000", address)).toBeUndefined();
  },
);

test("it is one if the shop has a public address, because it may be a proxy", async () => {
  for (const storefront of ["https://shop.example", "http://192.168.0.9:3000", "https://localhost.example"])
    expect(await networkOfCall(storefront, "127.0.0.1")).toBe("127.0.0.1");
});

test("it is one for what it has forwarded", async () => {
  expect(await networkOfCall("http://localhost:3000", "127.0.0.1", true)).toBe("127.0.0.1");
});

test("every other machine is a network in any shop", async () => {
  for (const address of ["192.0.2.1", "10.0.0.1", "unknown"])
    expect(await networkOfCall("http://localhost:3000", address)).toBe(address);
});
