import { describe, expect, test } from "vitest";
import { answerOf, serveOnce } from "#test/support/one-answer.ts";
import type { Hosts } from "./front.ts";
import { frontPage } from "./front-page.ts";

const token = "t".repeat(43);

/** A page shows what it was given; Next only that it was called. */
const hosts: Hosts = {
  routeAt: () => null,
  next: async (_request, response) => void response.end("Next"),
  pageAt: (path) =>
    path === "/none"
      ? null
      : async ({ headers }, response, cookies) => {
          response.setHeader("content-type", "text/html");
          response.end(JSON.stringify({ headers, cookies }));
        },
};

function ask(target: string, headers: Record<string, string> = {}, method = "GET") {
  const [path = ""] = target.split("?");
  const serving = serveOnce((request, response) => frontPage({ request, response, path, hosts }));
  return answerOf(serving, { path: target, method, headers });
}

test("a page is rendered without Next's server, with its headers, nonce, language and cookies", async () => {
  const { headers, body } = await ask("/products/kettle?language=de");
  const given = JSON.parse(body);
  expect(given.headers).toMatchObject({ "x-offered-language": "de" });
  expect(headers["content-security-policy"]).toContain(`'nonce-${given.headers["x-nonce"]}'`);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["set-cookie"]).toHaveLength(2);
});

test("a page knows the cookies that are already on its answer", async () => {
  const { headers, body } = await ask("/cart?language=de");
  expect(headers["set-cookie"]).toHaveLength(1);
  expect(JSON.parse(body).cookies).toEqual(headers["set-cookie"]);
});

test("a nonce that the client claims is replaced", async () => {
  const claimed = { "x-nonce": "mine", "content-security-policy": "script-src 'nonce-mine'" };
  expect((await ask("/cart", claimed)).body).not.toContain("mine");
});

describe("Next's server answers", () => {
  test.each(["rsc", "next-router-prefetch", "next-action", "x-middleware-set-cookie", "x-nextjs-data"])(
    "a request with %s",
    async (name) => {
      const { body, headers } = await ask("/cart", { [name]: "1" });
      expect(body).toBe("Next");
      expect(headers).not.toHaveProperty("content-security-policy");
    },
  );

  test("a form, a path without a page, and a link that a mail program has changed", async () => {
    for (const [path, method] of [
      ["/cart", "POST"],
      ["/none", "GET"],
      [`/order-status/${token}.`, "GET"],
    ] as const)
      expect((await ask(path, {}, method)).body).toBe("Next");
  });
});
