import { createAuthClient } from "better-auth/client";
import { anonymousClient } from "better-auth/client/plugins";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET, POST } from "#app/auth/[...all]/route.ts";
import { db } from "#lib/platform/database/db.ts";
import { storefront } from "#test/support/call.ts";
import { guestEmail } from "#test/support/checkout.ts";
import { serveHttp, type TestServer } from "#test/support/http-server.ts";
import { password } from "#test/support/sessions.ts";

// better-auth's own client, over HTTP, with the headers that fetch adds in Node.

let server: TestServer;
beforeAll(async () => {
  server = await serveHttp((request) => (request.method === "GET" ? GET(request) : POST(request)));
});
afterAll(() => server.close());

/** A program that keeps its token. */
function startProgram() {
  let token = "";
  return createAuthClient({
    baseURL: server.url,
    basePath: "/auth",
    plugins: [anonymousClient()],
    fetchOptions: {
      auth: { type: "Bearer", token: () => token },
      onSuccess: ({ response }) => {
        token = response.headers.get("set-auth-token") ?? token;
      },
    },
  });
}

test("the client of better-auth takes a guest to an account and back in, from a program", async () => {
  const client = startProgram();
  const guest = await client.signIn.anonymous();
  const email = guestEmail();
  const account = await client.signUp.email({ email, password, name: "Cora" });
  expect(account).toMatchObject({ error: null, data: { user: { email } } });
  expect(await db.user.count({ where: { id: guest.data?.user.id ?? "" } })).toBe(0);
  expect((await client.getSession()).data?.user.email).toBe(email);
  expect((await client.signOut()).data).toEqual({ success: true });
  expect((await client.getSession()).data).toBeNull();
  const back = await startProgram().signIn.email({ email, password });
  expect(back).toMatchObject({ error: null, data: { user: { email } } });
});

test.each([
  ["a cookie", { cookie: "a=b" }],
  ["a foreign Origin", { origin: "https://evil.example" }],
  ["what a browser sends from another site", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors" }],
])("with %s an Origin of the shop is still required", async (_, headers) => {
  const request = new Request(new URL("/auth/sign-in/email", storefront), {
    method: "POST",
    headers: { "content-type": "application/json", "sec-fetch-mode": "cors", ...headers },
    body: JSON.stringify({ email: guestEmail(), password }),
  });
  expect((await POST(request)).status).toBe(403);
});
