import { expect, test } from "vitest";
import { GET } from "#app/auth/[...all]/route.ts";
import { startGuestBrowser } from "#test/support/accounts.ts";
import { storefront } from "#test/support/call.ts";

const { cookie } = await startGuestBrowser();

async function ask(method: "GET" | "HEAD", path: string) {
  const response = await GET(new Request(`${storefront}/auth${path}`, { method, headers: { cookie } }));
  const { "x-request-id": _, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, headers, text: await response.text() };
}

test.each(["/ok", "/get-session", "/list-sessions"])(
  "HEAD of %s is its GET without the body",
  async (path) => {
    const [{ text, ...got }, { text: none, ...head }] = [await ask("GET", path), await ask("HEAD", path)];
    expect([got.status, text === "", none]).toEqual([200, false, ""]);
    expect(head).toEqual(got);
  },
);

test("HEAD of a mailed link, as mail programs send it, does not use it up", async () => {
  expect((await ask("GET", "/verify-email?token=x&callbackURL=/")).status).toBe(302);
  expect((await ask("HEAD", "/verify-email?token=x&callbackURL=/")).status).toBe(405);
});
