import { describe, expect, test } from "vitest";
import { ask, expectPage, hostOfFront, oddMethods, send, serveFront } from "#test/support/front.ts";
import { failurePage } from "./refusal-page.ts";

serveFront();

test("error pages are in the chosen language, otherwise in the one that the browser asks for", async () => {
  const refused = (headers: Record<string, string>) => ask("DELETE", "/cart", { headers });
  const german = await refused({ "accept-language": "de-DE,de;q=0.9,en;q=0.5" });
  expectPage(german, 405);
  expect(german.body).toContain('<html lang="de" dir="ltr">');
  const chosen = await refused({ "accept-language": "de", cookie: "a=b; language=ar" });
  expect(chosen.body).toContain('<html lang="ar" dir="rtl">');
  const neither = await refused({ "accept-language": "x".repeat(3_000), cookie: 'language="><script>' });
  expect(neither.body).toContain('<html lang="en" dir="ltr">');
});

describe("every other answer is a page", () => {
  test.each([...oddMethods, "OPTIONS"])("%s", async (method) => {
    for (const path of ["/", "/sign-in", "/none", "/favicon.svg", "/healthz"]) {
      const reply = await ask(method, path);
      expectPage(reply, 405);
      expect(reply.headers.allow).toBe("GET, HEAD, POST");
    }
  });

  test("for an overlong path, or none at all", async () => {
    expectPage(await ask("GET", `/${"a".repeat(9_000)}`), 414);
    expectPage(await ask("GET", `/?${"a&".repeat(2_000)}`), 400);
    expectPage(await ask("GET", "*"), 400);
    expectPage(await send("GET / HTTP/1.1\r\nconnection: close\r\n\r\n"), 400);
  });

  test("to a form from another site", async () => {
    for (const origin of ["https://other.example", "null", "x", "http://localhost:1"]) {
      expectPage(await ask("POST", "/sign-in", { headers: { origin } }), 403);
    }
    for (const headers of [
      { origin: `http://${hostOfFront()}` },
      { origin: "null", "sec-fetch-site": "same-origin" },
    ]) {
      expect((await ask("POST", "/sign-in", { headers })).status).toBe(200);
    }
  });

  test("to a form that Next cannot parse, while our own errors stay 500", async () => {
    expectPage(await ask("POST", "/sign-in", { headers: { "x-fail": "next" } }), 400);
    expectPage(await ask("POST", "/sign-in", { headers: { "x-fail": "ours" } }), 500);
    expectPage(await ask("GET", "/sign-in", { headers: { "x-fail": "next" } }), 500);
    const scripted = { "x-fail": "next", "next-action": "x" };
    expect(await ask("POST", "/sign-in", { headers: scripted })).toMatchObject({
      status: 400,
      headers: { "content-type": "text/x-component" },
    });
  });

  test("whose redirect is followed with GET, also by a browser that has posted a form", async () => {
    for (const moved of ["307", "308"]) {
      const headers = { "x-moved": moved };
      expect(await ask("POST", "/checkout/payment", { headers })).toMatchObject({
        status: 303,
        headers: { location: "/cart" },
      });
      expect((await ask("GET", "/checkout/payment", { headers })).status).toBe(Number(moved));
    }
  });

  test("if Next's own error page would be empty without JavaScript", async () => {
    for (const status of [404, 500]) {
      const reply = await ask("GET", "/products/x", { headers: { "x-shell": `${status}` } });
      expectPage(reply, status);
      expect(reply.body).toContain('<a href="/">');
    }
    expect((await ask("HEAD", "/products/x", { headers: { "x-shell": "404" } })).status).toBe(404);
  });

  test("with 503 if it failed because the database cannot be reached, and with 500 for any other reason", async () => {
    const because = (why: string) =>
      ask("GET", "/products/x", { headers: { "x-shell": "500", "x-because": why } });
    const out = await because("ECONNREFUSED");
    expectPage(out, 503);
    expect(out.headers["retry-after"]).toBe("5");
    const broken = await because("EINVAL");
    expectPage(broken, 500);
    expect(broken.headers).not.toHaveProperty("retry-after");
  });

  test("and the same if a page that is rendered without Next's server throws", () => {
    const thrown = (code: string) => failurePage("/", Object.assign(new Error("failed"), { code }));
    expect([thrown("ECONNREFUSED").status, thrown("EINVAL").status]).toEqual([503, 500]);
    expect(thrown("ECONNREFUSED").headers.get("retry-after")).toBe("5");
  });

  test("and a page sets its own status", async () => {
    for (const status of [404, 429]) {
      for (const headers of [{}, { "next-action": "x" }]) {
        const reply = await ask("POST", "/sign-in", { headers: { "x-status": `${status}`, ...headers } });
        expect(reply).toMatchObject({ status, headers: { "retry-after": "9", "content-type": "text/html" } });
        expect(reply.body).toBe("POST /sign-in 0 true -");
      }
    }
  });
});

test("no missing file is answered with a page without a policy, which others could frame", async () => {
  for (const path of ["/products/none.svg", "/_next/static/none.svg"]) {
    const reply = await ask("GET", path, { headers: { "x-status": "404" } });
    expectPage(reply, 404);
    expect(reply.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  }
});

describe("a posted form is rejected before it is parsed", () => {
  const boundary = "a-boundary";
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
  const part = (name: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\nx\r\n`;
  const whole = (count: number) =>
    `${Array.from({ length: count }, (_, index) => part(`f${index}`)).join("")}--${boundary}--\r\n`;
  const post = (body: string, type = headers) => ask("POST", "/sign-in", { headers: type, body });

  test("if it is too large, with or without Content-Length", async () => {
    expectPage(await post("x".repeat(150 * 1024)), 413);
    const chunk = `8000\r\n${"x".repeat(0x8000)}\r\n`;
    const fields = `host: ${hostOfFront()}\r\nconnection: close\r\ntransfer-encoding: chunked`;
    expectPage(await send(`POST /sign-in HTTP/1.1\r\n${fields}\r\n\r\n${chunk.repeat(5)}0\r\n\r\n`), 413);
  });

  test("if it has more parts than any form, or is not a form", async () => {
    for (const body of [whole(1_000), `--${boundary}\r\n`.repeat(5_000), "x", "", whole(2).slice(0, -20)]) {
      expectPage(await post(body), 400);
    }
    expectPage(await post(whole(1), { "content-type": "multipart/form-data" }), 400);
  });

  test("and passed on unchanged otherwise", async () => {
    const body = whole(100);
    expect((await post(body)).body).toBe(`POST /sign-in ${body.length} true -`);
    const plain = { "content-type": "text/plain", "next-action": "x" };
    expect((await post("[1]", plain)).body).toBe("POST /sign-in 3 true -");
  });
});
