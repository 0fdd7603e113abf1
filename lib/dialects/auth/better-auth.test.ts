import { APIError } from "better-auth/api";
import { expect, test } from "vitest";
import { GET, POST } from "#app/auth/[...all]/route.ts";
import { auth } from "#lib/accounts/auth/auth.ts";
import { everythingDone } from "#lib/platform/afterwards.ts";
import { signUpFrom } from "#test/support/accounts.ts";
import { storefront } from "#test/support/call.ts";
import { guestEmail } from "#test/support/checkout.ts";
import { password } from "#test/support/sessions.ts";

// A call gets better-auth's own answer, although our checks come first. Each is made by two accounts alike: for one it
// takes our way, for the other it goes to better-auth directly.

type Ask = { path: string; body?: object; anonymous?: true };
type Serve = (request: Request) => Promise<Response>;

const ours: Serve = (request) => (request.method === "GET" ? GET(request) : POST(request));
const theirs: Serve = (request) =>
  auth.handler(request).catch((error: unknown) => {
    if (error instanceof APIError) return Response.json(error.body, { status: error.statusCode });
    throw error;
  });

async function answerOf(serve: Serve, { path, body, anonymous }: Ask, email: string) {
  const { cookie } = await signUpFrom(undefined, email);
  const headers = {
    origin: storefront,
    "content-type": "application/json",
    ...(anonymous ? {} : { cookie: cookie ?? "" }),
  };
  const init = body ? { method: "POST", headers, body: JSON.stringify(body) } : { headers };
  const response = await serve(new Request(new URL(`/auth${path}`, storefront), init));
  const text = await response.text();
  await everythingDone(60_000);
  const cookies = response.headers.getSetCookie().map((each) => each.replace(/=[^;]*/, "=…"));
  return { status: response.status, cookies, body: withPlaceholders(text, email) };
}

/** Without what differs between two accounts and two sessions. */
function withPlaceholders(text: string, email: string): unknown {
  const plain = text
    .replaceAll(email, "<email>")
    .replace(/"[0-9a-f]{8}-[0-9a-f-]{27}"/g, '"<id>"')
    .replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"<time>"')
    .replace(/"[A-Za-z0-9]{32}"/g, '"<token>"');
  return plain === "" ? null : JSON.parse(plain);
}

const newPassword = "another password";

test.each<Ask>([
  { path: "/get-session" },
  { path: "/get-session?disableRefresh=true&disableCookieCache=true" },
  { path: "/list-sessions" },
  { path: "/update-user", body: { name: "Dora" } },
  { path: "/update-user", body: { name: "" } },
  { path: "/update-user", body: { image: "https://shop.example/dora.png" } },
  { path: "/update-user", body: { image: null } },
  { path: "/update-user", body: {} },
  { path: "/update-user", body: { email: "dora@shop.example" } },
  { path: "/update-user", body: { name: "Dora", email: "dora@shop.example" } },
  { path: "/update-user", body: { name: "Dora" }, anonymous: true },
  { path: "/change-password", body: { currentPassword: password, newPassword, revokeOtherSessions: true } },
  { path: "/change-password", body: { currentPassword: "a wrong one", newPassword } },
  { path: "/change-password", body: { currentPassword: password, newPassword: "short" } },
  { path: "/change-password", body: { currentPassword: password, newPassword }, anonymous: true },
  { path: "/reset-password", body: { newPassword, token: "unknown" } },
  { path: "/reset-password", body: { newPassword, token: "not.one" } },
  { path: "/reset-password", body: { newPassword } },
  { path: "/reset-password?token=unknown", body: { newPassword } },
  { path: "/sign-in/email", body: { email: "none", password }, anonymous: true },
  { path: "/sign-in/email", body: { email: "nobody@shop.example", password }, anonymous: true },
  { path: "/sign-in/email", body: { email: "nobody@shop.example", password: "" }, anonymous: true },
  { path: "/sign-up/email", body: { email: "new@shop.example", password: "short", name: "Cora" } },
  { path: "/sign-up/email", body: { email: "none", password, name: "Cora" } },
  { path: "/sign-up/email", body: { email: "new@shop.example", password } },
  { path: "/request-password-reset", body: { email: "nobody@shop.example", redirectTo: "/reset" } },
  { path: "/send-verification-email", body: { email: "nobody@shop.example" }, anonymous: true },
  { path: "/verify-email?token=none" },
  { path: "/revoke-session", body: { token: "unknown" } },
  { path: "/revoke-sessions", body: {} },
  { path: "/revoke-other-sessions", body: {} },
  { path: "/revoke-sessions", body: {}, anonymous: true },
  { path: "/sign-out", body: {} },
  { path: "/sign-out", body: {}, anonymous: true },
])("$path with $body", async (ask) => {
  const [answer, expected] = [
    await answerOf(ours, ask, guestEmail()),
    await answerOf(theirs, ask, guestEmail()),
  ];
  expect(answer).toEqual(expected);
});
