import { describe, expect, test } from "vitest";
import { ask, expectEnvelope, expectPage, send, serveFront } from "#test/support/front.ts";

serveFront();

const apiPaths = [
  "/store/guest/contact",
  "/store/cart/prepare-checkout",
  "/auth/sign-in/email",
  "/auth/sign-in/anonymous",
  "/commercetools/demo/me/carts",
  "/commercetools/oauth/demo/anonymous/token",
  "/webhooks/demo-card",
];

describe.each(["gzip", "br, gzip", "x-gzip", "deflate"])("a body with Content-Encoding: %s", (encoding) => {
  const headers = { "content-encoding": encoding };

  test.each(apiPaths)("is refused at %s, with the encoding that is accepted", async (path) => {
    const reply = await ask("POST", path, { headers, body: "{}" });
    expect([reply.status, reply.headers["accept-encoding"]]).toEqual([415, "identity"]);
    if (!path.startsWith("/webhooks")) expectEnvelope(path, reply, 415);
  });

  test("is refused by a page", async () => {
    const reply = await ask("POST", "/sign-in", { headers, body: "a=b" });
    expectPage(reply, 415);
    expect(reply.headers["accept-encoding"]).toBe("identity");
  });
});

test("a body without an encoding, and an encoding without a body, pass", async () => {
  for (const path of [...apiPaths, "/sign-in"]) {
    const plain = await ask("POST", path, { headers: { "content-encoding": "identity" }, body: "{}" });
    expect(plain.body).toBe(`POST ${path} 2 true -`);
    const none = await ask("POST", path, { headers: { "content-encoding": "gzip" } });
    expect(none.body).toBe(`POST ${path} 0 true -`);
  }
});

test("a body that is compressed for its transfer is refused, too", async () => {
  const path = "/store/guest/contact";
  const head = `POST ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n`;
  const body = "\r\n2\r\n{}\r\n0\r\n\r\n";
  expectEnvelope(path, await send(`${head}transfer-encoding: gzip, chunked\r\n${body}`), 415);
  expect((await send(`${head}transfer-encoding: chunked\r\n${body}`)).body).toBe(`POST ${path} 2 true -`);
});
