import { type BetterAuthOptions, betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { expect, test } from "vitest";
import * as z from "zod";
import { POST } from "#app/auth/[...all]/route.ts";
import { auth } from "#lib/accounts/auth/auth.ts";
import { signedToken } from "#lib/accounts/auth/session-token.ts";
import { setSessionCookie } from "#lib/accounts/auth/set-session-cookie.ts";
import { db } from "#lib/platform/database/db.ts";
import { signUpFrom, startGuestBrowser } from "#test/support/accounts.ts";
import { storefront } from "#test/support/call.ts";
import { guestEmail } from "#test/support/checkout.ts";

// Compares our own guest sign-in with better-auth's: an update that changes its answer or its rows fails here.

type Sent = { method?: string; headers?: Record<string, string>; body?: string };
const json = { "content-type": "application/json" };

function requestOf({ method = "POST", headers = {}, body }: Sent): Request {
  const init = { method, headers: { "user-agent": "a browser", ...headers } };
  return new Request(new URL("/auth/sign-in/anonymous", storefront), { ...init, ...(body && { body }) });
}

const started = z.object({ token: z.string(), user: z.object({ id: z.uuid() }) });

/** An answer in which values that differ between sessions are replaced by placeholders. */
async function answered(response: Response) {
  const text = await response.text();
  const body = text === "" ? null : JSON.parse(text);
  // The pipeline adds these to every answer below /auth.
  const ours = ["x-request-id", "cache-control", "referrer-policy", "x-robots-tag", "x-content-type-options"];
  const headers = [...response.headers].filter(([name]) => !ours.includes(name));
  const session = started.safeParse(body).data;
  if (!session) return { status: response.status, headers, body };
  const { token, user } = session;
  expect(token).toMatch(/^[A-Za-z0-9]{32}$/);
  const signed = response.headers.get("set-auth-token") ?? "";
  const named = JSON.stringify({ headers, body })
    .replace(/"email":"[a-z0-9-]{32,36}@/, '"email":"<mailbox>@')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<time>")
    .replaceAll(user.id, "<id>")
    .replaceAll(encodeURIComponent(signed), "<signed, encoded>")
    .replaceAll(signed, "<signed>")
    .replaceAll(token, "<token>");
  return { status: response.status, ...JSON.parse(named) };
}

/** The answers of better-auth and of our own code to the same request. */
async function bothAnswers(sent: Sent) {
  const refused = (error: unknown) => {
    if (error instanceof APIError) return Response.json(error.body, { status: error.statusCode });
    throw error;
  };
  return {
    theirs: await answered(await auth.handler(requestOf(sent)).catch(refused)),
    ours: await answered(await POST(requestOf(sent))),
  };
}

const forged = `${"a".repeat(32)}.${"b".repeat(43)}=`;
const cookieOf = (value: string) => `better-auth.session_token=${value}`;
const page = { origin: storefront };

test.each<[string, Sent]>([
  ["no body", {}],
  ["an empty object", { headers: json, body: "{}" }],
  ["unknown fields", { headers: json, body: '{"name":"x","isAnonymous":false}' }],
  [
    "a content type with a charset",
    { headers: { "content-type": "application/json; charset=utf-8" }, body: "{}" },
  ],
  ["a foreign Origin, without a cookie", { headers: { origin: "https://evil.example" } }],
  ["a cookie, from our own page", { headers: { cookie: "a=b", ...page } }],
  ["a cookie, from our own page, by Referer", { headers: { cookie: "a=b", referer: `${storefront}/cart` } }],
  ["a cookie, from elsewhere", { headers: { cookie: "a=b", origin: "https://evil.example" } }],
  [
    "a cookie, from elsewhere that looks like ours",
    { headers: { cookie: "a=b", origin: `${storefront}.evil.example` } },
  ],
  ["a cookie and no Origin", { headers: { cookie: "a=b" } }],
  ["a cookie and a null Origin", { headers: { cookie: "a=b", origin: "null" } }],
  ["an empty cookie header", { headers: { cookie: "", ...page } }],
  ["a forged session", { headers: { cookie: cookieOf(forged), ...page } }],
  [
    "rememberMe: false",
    { headers: { cookie: `better-auth.dont_remember=true.${"b".repeat(43)}=`, ...page } },
  ],
  ["an unknown token", { headers: { authorization: "Bearer nobody" } }],
  ["a forged token", { headers: { authorization: `Bearer ${forged}` } }],
  ["another scheme", { headers: { authorization: "Basic eDp5" } }],
  ["a form", { headers: { "content-type": "application/x-www-form-urlencoded" }, body: "a=b" }],
  ["plain text", { headers: { "content-type": "text/plain" }, body: "{}" }],
  ["malformed JSON", { headers: json, body: '{"a":' }],
])("%s gets better-auth's answer", async (_, sent) => {
  const { theirs, ours } = await bothAnswers(sent);
  // Where better-auth rejects with an empty body, we add an explanation.
  if (theirs.body === null) expect(ours.status).toBe(theirs.status);
  else expect(ours).toEqual(theirs);
});

test.each(["GET", "DELETE"])("%s is rejected before better-auth sees it", async (method) => {
  const { ours } = await bothAnswers({ method });
  expect(ours).toMatchObject({ status: 405, body: { code: "METHOD_NOT_ALLOWED" } });
});

test("a guest is rejected like better-auth does, with the cookie and with the token", async () => {
  const { cookie, token } = await startGuestBrowser();
  for (const headers of [{ cookie, ...page }, { authorization: `Bearer ${token}` }]) {
    const { theirs, ours } = await bothAnswers({ headers });
    expect(ours).toEqual(theirs);
    expect(ours).toMatchObject({
      status: 400,
      body: { code: "ANONYMOUS_USERS_CANNOT_SIGN_IN_AGAIN_ANONYMOUSLY" },
    });
  }
});

test("a customer keeps the account's session, with the cookie and with the token", async () => {
  const { cookie, token } = await signUpFrom(undefined, guestEmail());
  for (const headers of [{ cookie: cookie ?? "", ...page }, { authorization: `Bearer ${token}` }]) {
    const response = await POST(requestOf({ headers }));
    expect([response.status, response.headers.get("set-cookie")]).toEqual([200, null]);
    expect(await response.json()).toMatchObject({ token, user: { isAnonymous: false } });
  }
});

/** The rows of a new session. Times are in minutes since the user's creation. */
async function rowsOf(response: Response) {
  const { token, user } = started.parse(await response.json());
  const row = await db.session.findUniqueOrThrow({ where: { token }, include: { user: true } });
  expect(row.userId).toBe(user.id);
  expect(row.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  expect(Math.abs(row.createdAt.getTime() - Date.now())).toBeLessThan(60_000);
  const minutes = (at: Date) => Math.round((at.getTime() - row.user.createdAt.getTime()) / 60_000);
  const plain = (fields: Record<string, unknown>) =>
    Object.entries(fields).map(([name, value]) => [name, value instanceof Date ? minutes(value) : value]);
  const { user: owner, ...session } = row;
  const { email } = owner;
  return [
    ...plain({ ...session, id: "<id>", token: token.length, userId: "<id>" }),
    ...plain({ ...owner, id: "<id>", email: email.slice(email.indexOf("@")) }),
  ];
}

test.each([
  ["with a browser's name", {}],
  ["without one", { "user-agent": "" }],
])("the rows equal better-auth's, field by field, %s", async (_, headers) => {
  const theirs = await rowsOf(await auth.handler(requestOf({ headers })));
  expect(await rowsOf(await POST(requestOf({ headers })))).toEqual(theirs);
});

test.each(["http://shop.example", "https://shop.example"])(
  "the cookie is better-auth's at %s",
  async (baseURL) => {
    const elsewhere = betterAuth({ ...auth.options, baseURL });
    const request = new Request(new URL("/auth/sign-in/anonymous", baseURL), { method: "POST" });
    const response = await elsewhere.handler(request);
    const { token } = started.parse(await response.clone().json());
    const { authCookies } = await elsewhere.$context;
    expect(setSessionCookie(token, authCookies.sessionToken)).toBe(response.headers.get("set-cookie"));
    expect(signedToken(token)).toBe(response.headers.get("set-auth-token"));
  },
);

test("no hooks run on creating a user or session: startGuest would have to run them, too", () => {
  const { databaseHooks, user, session, plugins, secondaryStorage }: BetterAuthOptions = auth.options;
  const hooks = [databaseHooks?.user, databaseHooks?.session];
  expect([...hooks, secondaryStorage, user, session?.additionalFields]).toEqual(Array(5).fill(undefined));
  expect(plugins?.map(({ id }) => id)).toEqual([
    "bearer",
    "anonymous",
    "session-rules",
    "password-rules",
    "mailbox-rules",
    "next-cookies",
  ]);
});
