import { expect, test } from "vitest";
import { POST } from "#app/auth/[...all]/route.ts";
import { db } from "#lib/db.ts";
import { authRequest, startGuestSession } from "#lib/testing/sessions.ts";
import { auth } from "./auth.ts";
import { actorFrom } from "./session.ts";

/** What a sign-in hands out: the bare token, the signed one, and the cookie. */
async function credentials() {
  const response = await POST(authRequest("/auth/sign-in/anonymous", {}));
  const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
  const { token } = (await response.json()) as { token: string };
  return { token, signed: response.headers.get("set-auth-token") ?? "", cookie };
}

async function forms(): Promise<[string, Record<string, string>][]> {
  const { token, signed, cookie } = await credentials();
  const other = await credentials();
  const forged = `${token}.${other.signed.split(".")[1]}`;
  return [
    ["a bare bearer token", { authorization: `Bearer ${token}` }],
    ["a signed bearer token", { authorization: `Bearer ${signed}` }],
    [
      "a signed bearer token, encoded",
      { authorization: `bearer ${encodeURIComponent(decodeURIComponent(signed))}` },
    ],
    ["the cookie", { cookie }],
    ["the cookie among others", { cookie: `a=b; ${cookie}; better-auth.session_tokenx=1` }],
    [
      "a bearer token beside somebody else's cookie",
      { authorization: `Bearer ${token}`, cookie: other.cookie },
    ],
    ["a token signed for another", { authorization: `Bearer ${forged}` }],
    ["a cookie with a signature that was cut", { cookie: cookie.slice(0, -8) }],
    ["a cookie without a signature", { cookie: `better-auth.session_token=${token}` }],
    ["an unknown token", { authorization: "Bearer nobody" }],
    ["another scheme", { authorization: `Basic ${token}` }],
    ["an empty bearer token", { authorization: "Bearer " }],
    ["nothing", {}],
  ];
}

test("for every way to carry a session, the caller is who better-auth says", async () => {
  for (const [form, carried] of await forms()) {
    const headers = new Headers(carried);
    const known = await auth.api.getSession({ headers });
    const actor = await actorFrom(headers);
    expect({ form, userId: "userId" in actor ? actor.userId : null }).toEqual({
      form,
      userId: known?.user.id ?? null,
    });
  }
});

test("an expired session is nobody's", async () => {
  const guest = await startGuestSession();
  await db.session.updateMany({
    where: { userId: guest.userId },
    data: { expiresAt: new Date(Date.now() - 1000) },
  });
  expect(await actorFrom(new Headers({ authorization: `Bearer ${guest.token}` }))).toEqual({ type: "none" });
});

test("a session in use is prolonged once a day", async () => {
  const guest = await startGuestSession();
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
  const soon = new Date(Date.now() + 86_400_000);
  await db.session.updateMany({
    where: { userId: guest.userId },
    data: { updatedAt: twoDaysAgo, expiresAt: soon },
  });
  await actorFrom(new Headers({ authorization: `Bearer ${guest.token}` }));
  const after = await db.session.findFirstOrThrow({ where: { userId: guest.userId } });
  expect(after.expiresAt.getTime()).toBeGreaterThan(soon.getTime());
});
