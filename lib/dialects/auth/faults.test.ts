import { beforeAll, describe, expect, test } from "vitest";
import { GET, POST } from "#app/auth/[...all]/route.ts";
import { db } from "#lib/platform/database/db.ts";
import { openAuth, postAuth, signUpFrom } from "#test/support/accounts.ts";
import { storefront } from "#test/support/call.ts";
import { guestEmail } from "#test/support/checkout.ts";
import { authRequest, password } from "#test/support/sessions.ts";

const email = guestEmail();
let cookie = "";

beforeAll(async () => {
  cookie = (await signUpFrom(undefined, email)).cookie ?? "";
});

const foreign = [
  "/.//other.example/x",
  "/%2e//other.example",
  "//other.example",
  "/\\other.example",
  "/\t/other.example",
  "/\u2028/x",
  "https://other.example/",
  "javascript:alert(1)",
];

describe.each(foreign)("a return path like %j", (target) => {
  test("makes a mailed link lead to the home page", async () => {
    const query = new URLSearchParams({ token: "x", callbackURL: target });
    const { status, headers } = await openAuth(`/auth/verify-email?${query}`);
    expect([status, headers.get("location")]).toEqual([302, "/?error=INVALID_TOKEN"]);
  });

  test.each(["application/json", "application/x-www-form-urlencoded"])(
    "is not followed after signing in with %s",
    async (type) => {
      const fields = { email, password, callbackURL: target };
      const body = type.endsWith("json") ? JSON.stringify(fields) : new URLSearchParams(fields).toString();
      const request = new Request(new URL("/auth/sign-in/email", storefront), {
        method: "POST",
        headers: { "content-type": type, origin: storefront },
        body,
      });
      const response = await POST(request);
      expect([response.status, response.headers.get("location")]).toEqual([200, "/"]);
      expect(await response.json()).toMatchObject({ redirect: true, url: "/" });
    },
  );
});

test("a repeated return path is rejected", async () => {
  const { status, body } = await openAuth(
    "/auth/verify-email?token=x&callbackURL=/cart&callbackURL=//other.example",
  );
  expect([status, body.code]).toEqual([400, "VALIDATION_ERROR"]);
});

const unfit: [string, unknown][] = [
  ["NUL", "a\u0000b"],
  ["a lone surrogate", "a\ud800b"],
  ["a line break", "a\r\nb"],
  ["a line separator", "a\u2028b"],
  ["50,000 characters", "a".repeat(50_000)],
  ["a list", ["a"]],
  ["an object", { a: 1 }],
  ["a number", 7],
];

/** Every text field except passwords, which are hashed, and return paths, which are replaced. */
const fields = [
  ["/sign-up/email", "email"],
  ["/sign-up/email", "name"],
  ["/sign-up/email", "image"],
  ["/sign-in/email", "email"],
  ["/request-password-reset", "email"],
  ["/send-verification-email", "email"],
  ["/reset-password", "token"],
  ["/revoke-session", "token"],
  ["/update-user", "name"],
  ["/update-user", "image"],
] as const;

/** The codes that better-auth's client expects of a text that is none; of all else it is VALIDATION_ERROR. */
const theirCodes: Record<string, string> = {
  "/sign-in/email email": "INVALID_EMAIL",
  "/reset-password token": "INVALID_TOKEN",
};

const good = { password, newPassword: password, currentPassword: password, name: "Cora" };

describe.each(fields)("POST /auth%s", (path, field) => {
  test.each(unfit)(`rejects %s as its ${field} and does nothing`, async (_, value) => {
    const before = await db.user.findMany({ orderBy: { id: "asc" } });
    const body = { email: guestEmail(), ...good, [field]: value };
    const answer = await postAuth(path, body, { cookie });
    expect([answer.status, answer.cookie]).toEqual([400, null]);
    const theirCode = typeof value === "string" ? theirCodes[`${path} ${field}`] : undefined;
    expect(answer.body).toEqual({
      code: theirCode ?? "VALIDATION_ERROR",
      message: theirCode ? expect.any(String) : expect.stringContaining(`[body.${field}`),
    });
    expect(JSON.stringify(answer.body)).not.toContain("aaaa");
    expect(await db.user.findMany({ orderBy: { id: "asc" } })).toEqual(before);
  });
});

test.each([
  ["/sign-in/email", "password"],
  ["/sign-up/email", "password"],
  ["/reset-password", "newPassword"],
  ["/change-password", "newPassword"],
  ["/change-password", "currentPassword"],
  ["/sign-in/email", "callbackURL"],
  ["/sign-up/email", "callbackURL"],
  ["/send-verification-email", "callbackURL"],
  ["/request-password-reset", "redirectTo"],
])("POST /auth%s rejects a %s that is not a string", async (path, field) => {
  for (const value of [["a"], { a: 1 }, 7]) {
    const body = { email: guestEmail(), ...good, [field]: value };
    const answer = await postAuth(path, body, { cookie });
    expect([answer.status, answer.body.code]).toEqual([400, "VALIDATION_ERROR"]);
  }
});

test("the same limits apply to a form", async () => {
  const body = new URLSearchParams({ email: guestEmail(), password, name: "a\r\nb" });
  const request = new Request(new URL("/auth/sign-up/email", storefront), { method: "POST", body });
  const response = await POST(request);
  expect([response.status, await response.json()]).toEqual([
    400,
    { code: "VALIDATION_ERROR", message: "[body.name] Control characters are not allowed" },
  ]);
});

test.each(["[]", "null", "7", '"text"', "{", "\ufeff\ufeff{}"])(
  "a body that is %s is rejected",
  async (body) => {
    const headers = { "content-type": "application/json" };
    for (const path of ["/sign-in/email", "/sign-in/anonymous", "/sign-out"]) {
      const request = new Request(new URL(`/auth${path}`, storefront), { method: "POST", headers, body });
      const response = await POST(request);
      const answer = await response.json();
      expect([path, response.status, answer]).toEqual([
        path,
        400,
        { code: expect.any(String), message: expect.any(String) },
      ]);
    }
  },
);

test("a body of another type is not read", async () => {
  for (const type of ["text/plain", "multipart/form-data; boundary=x", "application/x+json"]) {
    const request = authRequest("/auth/update-user", { name: "a\u0000" }, { "content-type": type });
    expect([type, (await POST(request)).status]).toEqual([type, 415]);
  }
});

test("a path or a parameter with a NUL finds nothing", async () => {
  for (const address of [
    "/auth/verify-email?token=%00",
    "/auth/reset-password/%00?callbackURL=/",
    "/auth/%00",
  ]) {
    const response = await GET(new Request(new URL(address, storefront)));
    expect(response.status).toBeLessThan(500);
    expect(response.status).toBeGreaterThanOrEqual(400);
  }
});
