import { describe, expect, test } from "vitest";
import { POST as auth } from "#app/auth/[...all]/route.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { place, readyToPlace } from "#test/support/checkout.ts";
import { tally } from "#test/support/expect.ts";
import { apart, applyLimits, expectRefused, from, newAddress, times } from "#test/support/limits.ts";
import { authRequest, password, signUp, startGuestSession } from "#test/support/sessions.ts";

applyLimits();

describe("signing in", () => {
  test("20 guest sessions a minute per network, then 429; other networks are unaffected", async () => {
    const address = newAddress();
    const start = () => from(address, () => auth(authRequest("/auth/sign-in/anonymous")));
    for (let count = 0; count < 20; count++) expect((await start()).status).toBe(200);
    const refused = await start();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    // Where better-auth's client finds it.
    expect(refused.headers.get("x-retry-after")).toBe(refused.headers.get("retry-after"));
    expect(refused.headers.get("ratelimit-policy")).toBe('"default";q=20;w=60');
    expect(await refused.json()).toMatchObject({ statusCode: 429, errorCode: "TOO_MANY_REQUESTS" });
    await apart(startGuestSession);
  });

  const attempt = (email: string, given: string) =>
    apart(() => auth(authRequest("/auth/sign-in/email", { email, password: given })));

  test("after 5 wrong passwords in 10 minutes, from any network and in any spelling, not even the right one", async () => {
    const { email } = await apart(() => signUp());
    for (const typed of [email, email.toUpperCase(), ` ${email}`, email, email])
      expect((await attempt(typed, "wrong password")).status).toBe(401);
    expect((await attempt(email, password)).status).toBe(429);
  });

  test("the right password is not counted", async () => {
    const { email } = await apart(() => signUp());
    for (let count = 0; count < 4; count++) await attempt(email, "wrong password");
    for (let count = 0; count < 8; count++) expect((await attempt(email, password)).status).toBe(200);
    expect((await attempt(email, "wrong password")).status).toBe(401);
    expect((await attempt(email, password)).status).toBe(429);
  });

  test("twelve wrong passwords at once are five", async () => {
    const { email } = await apart(() => signUp());
    const guesses = Array.from({ length: 12 }, () => attempt(email, "wrong password"));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([...Array(5).fill(401), ...Array(7).fill(429)]);
  });
});

test("a session can try to place an order 10 times in 10 minutes, successful or not", async () => {
  const ready = await apart(async () => readyToPlace({ variant: await makeVariant() }));
  const body = { paymentProvider: "demo-card", paymentMethod: "card_declines" };
  const replies = await times(10, () => apart(() => place(ready, { body })));
  expect(tally(replies)).toEqual({ "402 PAYMENT_DECLINED": 10 });
  expectRefused(await apart(() => place(ready)), 10, 600);
});
