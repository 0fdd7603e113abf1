import { betterAuth } from "better-auth";
import { expect, test } from "vitest";
import { POST } from "#app/auth/[...all]/route.ts";
import { db } from "#lib/platform/database/db.ts";
import { openAuth, postAuth, startGuestBrowser } from "#test/support/accounts.ts";
import { authRequest, startGuestSession } from "#test/support/sessions.ts";
import { auth } from "./auth.ts";
import { lifetimes } from "./lifetimes.ts";
import { actorFrom, sessionFrom } from "./session.ts";
import { sessionCookie, sessionTokenOf } from "./session-token.ts";

/** The results of a sign-in: the plain token, the signed one, and the cookie's value. */
async function credentials() {
  const response = await POST(authRequest("/auth/sign-in/anonymous", {}));
  const value = response.headers.get("set-cookie")?.match(/session_token=([^;]*)/)?.[1] ?? "";
  const { token } = (await response.json()) as { token: string };
  return { token, signed: response.headers.get("set-auth-token") ?? "", value };
}

const plain = "better-auth.session_token";
const secure = `__Secure-${plain}`;

/** Every way to send a session, valid or not. `name` is the cookie's, `other` the one of the other scheme. */
async function forms(name: string, other: string): Promise<[string, Record<string, string>][]> {
  const { token, signed, value } = await credentials();
  const stranger = await credentials();
  const cookie = `${name}=${value}`;
  const theirs = `${name}=${stranger.value}`;
  const forged = `${token}.${stranger.signed.split(".")[1]}`;
  const plainValue = decodeURIComponent(value);
  return [
    ["a bare bearer token", { authorization: `Bearer ${token}` }],
    ["a signed bearer token", { authorization: `Bearer ${signed}` }],
    ["a signed bearer token, encoded", { authorization: `bearer ${encodeURIComponent(plainValue)}` }],
    ["a signed bearer token without its padding", { authorization: `Bearer ${plainValue.slice(0, -1)}` }],
    ["a signed bearer token with more behind it", { authorization: `Bearer ${plainValue}.x` }],
    ["several spaces before a bearer token", { authorization: `Bearer    ${token}` }],
    ["the cookie", { cookie }],
    ["the cookie among others", { cookie: `a=b; ${cookie}; ${name}x=1; x${name}=1` }],
    ["the cookie without spaces", { cookie: `a=b;${cookie};c=d` }],
    ["the cookie after one without a value", { cookie: `a; ${cookie}` }],
    ["the cookie in quotes", { cookie: `${name}="${value}"` }],
    ["the cookie with spaces about it", { cookie: ` ${name} = ${value} ` }],
    ["the cookie decoded", { cookie: `${name}=${plainValue}` }],
    ["the cookie's name in capitals", { cookie: `${name.toUpperCase()}=${value}` }],
    ["the cookie of the other scheme", { cookie: `${other}=${value}` }],
    ["another's cookie of the other scheme first", { cookie: `${other}=${stranger.value}; ${cookie}` }],
    ["another's cookie of the other scheme last", { cookie: `${cookie}; ${other}=${stranger.value}` }],
    ["the __Host- name", { cookie: `__Host-${plain}=${value}` }],
    ["the cookie twice, another's first", { cookie: `${theirs}; ${cookie}` }],
    ["the cookie twice, another's last", { cookie: `${cookie}; ${theirs}` }],
    ["the cookie twice, a forged one first", { cookie: `${name}=${forged}; ${cookie}` }],
    ["the cookie twice, an empty one first", { cookie: `${name}=; ${cookie}` }],
    ["a bearer token beside another's cookie", { authorization: `Bearer ${token}`, cookie: theirs }],
    ["an unknown bearer token beside the cookie", { authorization: "Bearer nobody", cookie }],
    ["a forged bearer token beside the cookie", { authorization: `Bearer ${forged}`, cookie }],
    ["a broken bearer token beside the cookie", { authorization: `Bearer ${token}.!!!!`, cookie }],
    ["an empty bearer token beside the cookie", { authorization: "Bearer ", cookie }],
    ["another scheme beside the cookie", { authorization: `Basic ${token}`, cookie }],
    ["a token signed for another", { authorization: `Bearer ${forged}` }],
    ["a cookie with a signature that was cut", { cookie: cookie.slice(0, -8) }],
    ["a cookie with a signature and more", { cookie: `${cookie}!!` }],
    [
      "a cookie with a signature in base64url",
      { cookie: `${name}=${plainValue.replace(/[+]/g, "-").replace(/[/]/g, "_")}` },
    ],
    ["a cookie without a signature", { cookie: `${name}=${token}` }],
    ["a cookie that cannot be decoded", { cookie: `${name}=%E0%A4%A` }],
    ["an unknown token", { authorization: "Bearer nobody" }],
    ["another scheme", { authorization: `Basic ${token}` }],
    ["an empty bearer token", { authorization: "Bearer " }],
    ["nothing", {}],
  ];
}

test.each([
  ["http", "http://shop.example", plain, secure],
  ["https", "https://shop.example", secure, plain],
])(
  "over %s, for every way to send a session, it is the one that better-auth finds",
  async (_, baseURL, name, other) => {
    const there = betterAuth({ ...auth.options, baseURL });
    let found = 0;
    for (const [form, carried] of await forms(name, other)) {
      const headers = new Headers(carried);
      const known = await there.api.getSession({ headers });
      const token = sessionTokenOf(headers, name);
      const live = token === null ? null : await db.session.findUnique({ where: { token } });
      expect({ form, token: live?.token ?? null }).toEqual({ form, token: known?.session.token ?? null });
      if (live) found++;
    }
    expect(found).toBeGreaterThan(10);
  },
);

test("the cookie's name matches the scheme of the shop's URL", async () => {
  expect(sessionCookie).toBe((await auth.$context).authCookies.sessionToken.name);
});

test("an expired session is ignored", async () => {
  const guest = await startGuestSession();
  await db.session.updateMany({
    where: { userId: guest.userId },
    data: { expiresAt: new Date(Date.now() - 1000) },
  });
  expect(await actorFrom(new Headers({ authorization: `Bearer ${guest.token}` }))).toEqual({ type: "none" });
});

/** A session that ends tomorrow, for a browser and a program. */
async function almostOver() {
  const guest = await startGuestBrowser();
  const expiresAt = new Date(Date.now() + 86_400_000);
  await db.session.updateMany({ where: { userId: guest.userId }, data: { expiresAt } });
  const isExtended = async () => {
    const after = await db.session.findFirstOrThrow({ where: { userId: guest.userId } });
    return after.expiresAt > expiresAt;
  };
  return { ...guest, isExtended };
}

test("a program's calls extend its session", async () => {
  const { token, isExtended } = await almostOver();
  expect(await actorFrom(new Headers({ authorization: `Bearer ${token}` }))).toMatchObject({
    type: "anonymous",
  });
  expect(await isExtended()).toBe(true);
});

test("a browser's session is not extended where its cookie cannot be", async () => {
  const { cookie, token, isExtended } = await almostOver();
  expect(await sessionFrom(new Headers({ cookie }))).toMatchObject({ isDue: true });
  expect(await actorFrom(new Headers({ cookie }))).toMatchObject({ type: "anonymous" });
  expect(await actorFrom(new Headers({ cookie, authorization: `Bearer ${token}` }))).toMatchObject({
    type: "anonymous",
  });
  expect(await isExtended()).toBe(false);
});

test("better-auth's answers extend a browser's session together with its cookie", async () => {
  const { cookie, isExtended } = await almostOver();
  const { headers } = await openAuth("/auth/get-session", { cookie });
  const [sent] = headers.getSetCookie().filter((each) => each.startsWith(`${cookie};`));
  expect(sent).toContain(`Max-Age=${lifetimes.session}`);
  expect(await isExtended()).toBe(true);
  expect(await sessionFrom(new Headers({ cookie }))).toMatchObject({ isDue: false });
});

test("requesting a guest session again extends neither", async () => {
  const { cookie, isExtended } = await almostOver();
  expect((await postAuth("/sign-in/anonymous", {}, { cookie })).cookie).toBeNull();
  expect(await isExtended()).toBe(false);
});
