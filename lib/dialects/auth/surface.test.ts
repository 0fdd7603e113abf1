import { expect, test } from "vitest";
import { GET, POST } from "#app/auth/[...all]/route.ts";
import { auth } from "#lib/accounts/auth/index.ts";
import { db } from "#lib/platform/database/db.ts";
import { postAuth, startGuestBrowser } from "#test/support/accounts.ts";
import { storefront } from "#test/support/call.ts";
import { password, signUp } from "#test/support/sessions.ts";
import { endpoints as known } from "./endpoints.ts";

type Endpoint = { path?: string; options?: { method?: string | string[] } };

// A new version of better-auth with more endpoints fails here and has to be reviewed.
const mounted = [
  "GET /account-info",
  "GET /delete-user/callback",
  "GET /error",
  "GET /list-accounts",
  "GET /list-sessions",
  "GET /ok",
  "GET /reset-password/:token",
  "GET /verify-email",
  "GET,POST /callback/:id",
  "GET,POST /get-session",
  "POST /change-email",
  "POST /change-password",
  "POST /delete-anonymous-user",
  "POST /delete-user",
  "POST /get-access-token",
  "POST /link-social",
  "POST /refresh-token",
  "POST /request-password-reset",
  "POST /reset-password",
  "POST /revoke-other-sessions",
  "POST /revoke-session",
  "POST /revoke-sessions",
  "POST /send-verification-email",
  "POST /sign-in/anonymous",
  "POST /sign-in/email",
  "POST /sign-in/social",
  "POST /sign-out",
  "POST /sign-up/email",
  "POST /unlink-account",
  "POST /update-session",
  "POST /update-user",
  "POST /verify-password",
];

const endpoints = Object.values(auth.api as unknown as Record<string, Endpoint>);

test("the endpoints below /auth are the known ones", () => {
  const served = endpoints.filter(({ path }) => path !== undefined);
  expect(served.map(({ path, options }) => `${options?.method} ${path}`).toSorted()).toEqual(mounted);
});

test("endpoints that the shop serves exist, and all others are not found", async () => {
  const served = Object.entries(known).map(([path, { method }]) => `${method} ${path}`);
  const methods = mounted.flatMap((line) => {
    const [names = "", path = ""] = line.split(" ");
    return names.split(",").map((name) => `${name} ${path}`);
  });
  expect(methods).toEqual(expect.arrayContaining(served));
  const { cookie } = await startGuestBrowser();
  for (const each of methods.filter((each) => !served.includes(each))) {
    const [method = "", path = ""] = each.split(" ");
    const url = new URL(`/auth${path.replace(/:\w+/, "x")}`, storefront);
    const headers = { cookie, origin: storefront, "content-type": "application/json" };
    const answer =
      method === "GET"
        ? await GET(new Request(url, { headers }))
        : await POST(new Request(url, { method, headers, body: "{}" }));
    expect([each, answer.status]).toEqual([each, path in known ? 405 : 404]);
  }
});

test("endpoints for internal use are not served", async () => {
  const { cookie } = await startGuestBrowser();
  expect((await postAuth("/set-password", { newPassword: "a new password" }, { cookie })).status).toBe(404);
});

/** A guest's row and session, without the time of the last change. */
async function stateOf(userId: string) {
  const { updatedAt: _, ...user } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const sessions = await db.session.findMany({
    where: { userId },
    select: { token: true, userId: true, expiresAt: true },
  });
  return { user, sessions };
}

test.each([
  ["/delete-anonymous-user", {}],
  ["/delete-user", {}],
  ["/delete-user", { password: "" }],
  ["/change-email", { newEmail: "victim@example.com" }],
  ["/change-password", { currentPassword: "", newPassword: "a new password" }],
  ["/set-password", { newPassword: "a new password" }],
  ["/link-social", { provider: "google" }],
  ["/sign-in/social", { provider: "google" }],
  ["/update-session", { userId: crypto.randomUUID(), expiresAt: "2099-01-01T00:00:00Z", token: "chosen" }],
  ["/update-user", { isAnonymous: false, emailVerified: true }],
  ["/update-user", { email: "victim@example.com" }],
  ["/verify-password", { password: "guess" }],
])("a guest who calls %s gains no rights and is not deleted", async (path, body) => {
  const { cookie, userId } = await startGuestBrowser();
  const before = await stateOf(userId);
  const { status } = await postAuth(path, body, { cookie });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(await stateOf(userId)).toEqual(before);
  expect(await db.account.count({ where: { userId } })).toBe(0);
});

test("an email that a profile cannot change is rejected, not dropped", async () => {
  const { cookie, userId } = await startGuestBrowser();
  const { status, body } = await postAuth(
    "/update-user",
    { name: "Dora", email: "victim@example.com" },
    { cookie },
  );
  expect([status, body.code]).toEqual([400, "EMAIL_CAN_NOT_BE_UPDATED"]);
  expect((await stateOf(userId)).user.name).not.toBe("Dora");
});

test("no extra field of a sign-up gives the account more rights", async () => {
  const email = `mass-${crypto.randomUUID()}@example.com`;
  const id = crypto.randomUUID();
  const body = {
    email,
    password: "a password for tests",
    name: "Cora",
    id,
    isAnonymous: true,
    emailVerified: true,
    anonymousId: "x",
    version: 9,
    role: "admin",
  };
  await postAuth("/sign-up/email", body);
  const user = await db.user.findUnique({ where: { email } });
  expect(user).toMatchObject({ isAnonymous: false, emailVerified: false, anonymousId: null, version: 1 });
  expect(user?.id).not.toBe(id);
});

test("every post below /auth counts towards a limit, passwords and mails towards theirs", () => {
  const limits = Object.entries(known).map(
    ([path, { limits }]) => [path, "none" in limits ? [] : limits.map(({ name }) => name)] as const,
  );
  const reading = ["/ok", "/get-session", "/list-sessions"];
  expect(limits.filter(([, names]) => names.length === 0).map(([path]) => path)).toEqual(reading);
  for (const [path, names] of limits) {
    if (/password$|sign-(in|up).email/.test(path)) expect(names, path).toEqual(["credentials"]);
    if (/request-|send-/.test(path)) expect(names, path).toEqual(["account-mail"]);
  }
});

test.each([
  "//sign-in/email",
  "/sign-in//email",
  "/sign%2Din/email",
  "/Sign-In/email",
  "/./sign-in%2Femail",
  "/;/sign-in/email",
])("%s does not bypass the limits: it is not found", async (path) => {
  const { email } = await signUp();
  expect((await postAuth(path, { email, password })).status).toBe(404);
});

test.each(["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])(
  "none of our links leads to %s",
  async (target) => {
    const query = new URLSearchParams({ token: "x", callbackURL: target });
    for (const path of ["verify-email", "reset-password/x"]) {
      const response = await GET(new Request(`${storefront}/auth/${path}?${query}`));
      const to = new URL(response.headers.get("location") ?? "/", storefront);
      expect([response.status, to.origin]).toEqual([expect.any(Number), storefront]);
      expect(response.status).toBeLessThan(500);
    }
  },
);
