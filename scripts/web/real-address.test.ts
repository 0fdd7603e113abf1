import { describe, expect, test } from "vitest";
import { rangeOf } from "#lib/platform/address-ranges.ts";
import { realAddress, replaceClaims } from "./real-address.ts";

const proxies = ["10.0.0.0/8", "192.0.2.7", "fd00::/8"].map(rangeOf).filter((range) => range !== null);

describe("the client's address", () => {
  test("is the peer's if no proxy is trusted, whatever the header says", () => {
    expect(realAddress("203.0.113.9", "198.51.100.1", [])).toBe("203.0.113.9");
    expect(realAddress("203.0.113.9", "198.51.100.1", proxies)).toBe("203.0.113.9");
  });

  test("is the last untrusted hop, so a forged start of the list is ignored", () => {
    expect(realAddress("10.0.0.1", "1.2.3.4, 203.0.113.9, 192.0.2.7", proxies)).toBe("203.0.113.9");
    expect(realAddress("fd00::1", "2001:db8::5", proxies)).toBe("2001:db8::5");
  });

  test("is the first trusted proxy if every hop is trusted", () => {
    expect(realAddress("10.0.0.1", "10.0.0.3, 10.0.0.2", proxies)).toBe("10.0.0.3");
  });

  test("is the last proxy if the list is empty or contains no address", () => {
    expect(realAddress("10.0.0.1", undefined, proxies)).toBe("10.0.0.1");
    expect(realAddress("10.0.0.1", "unknown", proxies)).toBe("10.0.0.1");
    expect(realAddress("10.0.0.1", "203.0.113.9, <script>", proxies)).toBe("10.0.0.1");
  });

  test("is without the port that some proxies add", () => {
    expect(realAddress("10.0.0.1", "203.0.113.9:4711, 10.0.0.2:80", proxies)).toBe("203.0.113.9");
    expect(realAddress("10.0.0.1", "[2001:db8::5]:4711", proxies)).toBe("2001:db8::5");
    expect(realAddress("10.0.0.1", "[2001:db8::5]", proxies)).toBe("2001:db8::5");
    expect(realAddress("10.0.0.1", "203.0.113.9:", proxies)).toBe("10.0.0.1");
  });

  test("is written as IPv4 if it was mapped into IPv6", () => {
    expect(realAddress("::ffff:203.0.113.9", undefined, proxies)).toBe("203.0.113.9");
    expect(realAddress("::ffff:10.0.0.1", "::ffff:198.51.100.1", proxies)).toBe("198.51.100.1");
  });
});

describe("forwarding headers", () => {
  const forged = () => ({
    host: "shop.example",
    forwarded: "for=1.2.3.4",
    "x-real-ip": "1.2.3.4",
    "x-forwarded-for": "1.2.3.4",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-forwarded-port": "1",
    "x-middleware-subrequest": "middleware",
    accept: "*/*",
  });

  test("of an untrusted peer are replaced", () => {
    const headers = forged();
    replaceClaims(headers, { address: "203.0.113.9", proxied: false });
    expect(headers).toEqual({
      host: "shop.example",
      accept: "*/*",
      "x-forwarded-for": "203.0.113.9",
      "x-forwarded-host": "shop.example",
      "x-forwarded-proto": "http",
    });
  });

  test("of a trusted proxy keep the host, but never the protocol or internal headers", () => {
    const headers = forged();
    replaceClaims(headers, { address: "203.0.113.9", proxied: true });
    expect(headers["x-forwarded-host"]).toBe("evil.example");
    expect(headers["x-forwarded-proto"]).toBe("http");
    expect(headers).not.toHaveProperty("x-middleware-subrequest");
  });
});
