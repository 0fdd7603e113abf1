import { describe, expect, test } from "vitest";
import { ask, expectEnvelope, oddMethods, serveFront } from "#test/support/front.ts";

serveFront();

const apiPaths: [string, string][] = [
  ["/store/cart", "GET, HEAD, PATCH"],
  ["/store/orders/1/cancel", "POST"],
  ["/store/guest/contact", "POST"],
  ["/auth/sign-in/email", "POST"],
  ["/auth/get-session", "GET, HEAD"],
  ["/auth/verify-email", "GET"],
  ["/commercetools/demo/me/carts", "GET, HEAD, OPTIONS, POST"],
  ["/commercetools/oauth/demo/anonymous/token", "OPTIONS, POST"],
];

describe("every answer at an API path has the API's envelope", () => {
  test.each(apiPaths)("with a method that %s does not support", async (path, allow) => {
    for (const method of [...oddMethods, "OPTIONS", "HEAD"]) {
      if (allow.split(", ").includes(method)) continue;
      const reply = await ask(method, path);
      expect(reply.headers.allow).toBe(allow);
      if (method === "HEAD") expect([reply.status, reply.body]).toEqual([405, ""]);
      else expectEnvelope(path, reply, 405);
    }
  });

  test.each(["/store", "/auth", "/commercetools/demo/none"])("at an unknown path below %s", async (mount) => {
    for (const rest of [
      "",
      "/",
      "/none",
      "//cart",
      "/../none/",
      "/%00",
      "/%",
      "/cart/",
      "/\\",
      "/a/b/c/d/e/f",
    ]) {
      const path = new URL(`http://a${mount}${rest}`).pathname;
      if (!path.startsWith(mount)) continue;
      for (const method of ["GET", "POST", ...oddMethods]) {
        expectEnvelope(path, await ask(method, `${mount}${rest}`), 404);
      }
    }
  });

  test.each(apiPaths)(
    "with more query parameters than anything of ours has, at %s, naming the number",
    async (path, allow) => {
      const method = allow.includes("GET") ? "GET" : "POST";
      const query = (most: number) => Array.from({ length: most }, (_, at) => `p${at}=1`).join("&");
      const reply = await ask(method, `${path}?${query(101)}`);
      expectEnvelope(path, reply, 400);
      expect(reply.body).toContain("This address has more than 100 query parameters");
      expect((await ask(method, `${path}?${query(100)}`)).body).not.toContain("query parameters");
    },
  );

  test("but preflight requests are granted at unknown paths, so that pages can read the 404", async () => {
    for (const path of ["/commercetools/demo/none", "/commercetools/oauth/none"]) {
      const { status, headers } = await ask("OPTIONS", path, { headers: { origin: "https://app.example" } });
      expect([status, headers["access-control-allow-origin"]]).toEqual([204, "*"]);
    }
    expectEnvelope("/store/none", await ask("OPTIONS", "/store/none"), 404);
  });

  test.each(apiPaths)("if the framework in front of %s fails silently", async (path, allow) => {
    const method = allow.includes("GET") ? "GET" : "POST";
    expectEnvelope(path, await ask(method, path, { headers: { "x-fail": "1" } }), 500);
  });

  test.each(apiPaths)("for an overlong path or query of %s", async (path, allow) => {
    const method = allow.includes("GET") ? "GET" : "POST";
    expectEnvelope(path, await ask(method, `${path}?a=${"a".repeat(9_000)}`), 414);
    expectEnvelope(path, await ask(method, `${path}?${"a&".repeat(2_000)}`), 400);
  });

  test("and echoes the caller's request id", async () => {
    const reply = await ask("PUT", "/store/cart", { headers: { "x-request-id": "from-the-caller" } });
    expect(reply.headers["x-request-id"]).toBe("from-the-caller");
  });

  test("and ignores the headers of Next's partial page requests", async () => {
    const headers = { rsc: "1", "next-router-state-tree": "x", "next-action": "x" };
    expect((await ask("GET", "/store/cart", { headers })).body).toBe("GET /store/cart 0 true -");
  });
});

test.each([
  ["/store/orders/%", "/store/orders/%25"],
  ["/store/guest/orders/%ff", "/store/guest/orders/%25ff"],
  ["/order-status/a%ED%A0%80%20", "/order-status/a%25ED%25A0%2580%2520"],
  ["/a%20b/%/c?d=%", "/a%20b/%25/c?d=%"],
  ["/x/../store/./cart", "/store/cart"],
  ["/store\\cart", "/store/cart"],
])("%s is a path like any other", async (sent, seen) => {
  expect((await ask("GET", sent)).body).toBe(`GET ${seen} 0 true -`);
});
