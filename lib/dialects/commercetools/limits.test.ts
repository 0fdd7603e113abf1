import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";

import { POST as auth } from "#app/auth/[...all]/route.ts";
import { makeDiscount, makeVariant } from "#test/support/catalogue.ts";
import { place, readyToPlace } from "#test/support/checkout.ts";
import { askToken, guestToken, type Reply, send, serverToken } from "#test/support/commercetools/call.ts";
import { makeClient, type TestClient, tokenFor } from "#test/support/commercetools/clients.ts";
import { newCart, update } from "#test/support/commercetools/shop.ts";
import { apart, applyLimits, from, newAddress } from "#test/support/limits.ts";
import { authRequest, password, signUp } from "#test/support/sessions.ts";

applyLimits();

let client: TestClient;
beforeAll(async () => {
  client = await makeClient();
});

async function repeat(count: number, ask: () => Promise<Reply>): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < count; index++) statuses.push((await ask()).status);
  return statuses;
}

const passwordForm = (email: string, given: string) =>
  `grant_type=password&username=${encodeURIComponent(email)}&password=${encodeURIComponent(given)}`;

test("after ten wrong secrets from one network, even the right one is rejected", async () => {
  const wrong = { ...client, secret: "wrong" };
  const form = "grant_type=client_credentials";
  const here = newAddress();
  const ask = (as: TestClient) => from(here, () => askToken("/oauth/token", form, as));
  expect(await repeat(10, () => ask(wrong))).toEqual(Array.from({ length: 10 }, () => 401));
  const refused = await ask(client);
  expect(refused.status).toBe(429);
  expect(refused.body).toMatchObject({ statusCode: 429, errors: [{}], error: expect.any(String) });
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await from(newAddress(), () => askToken("/oauth/token", form, client))).status).toBe(200);
});

test("the right secret can be used without limit", async () => {
  const ask = () => from("10.9.9.9", () => askToken("/oauth/token", "grant_type=client_credentials", client));
  expect(new Set(await repeat(40, ask))).toEqual(new Set([200]));
});

test("password attempts count together across all endpoints, with sign-ups and /auth", async () => {
  const { email } = await from(newAddress(), () => signUp());
  const { token } = await from(newAddress(), () => guestToken(undefined, client));
  const shop = await from(newAddress(), () => serverToken(client));
  const wrong = { email: email.toUpperCase(), password: "wrong" };
  const doors: [number, () => Promise<{ status: number }>][] = [
    [400, () => askToken("/oauth/demo/customers/token", passwordForm(email, "wrong"), client)],
    [400, () => send("POST", "/me/login", { token, body: wrong })],
    [400, () => send("POST", "/login", { token: shop, body: wrong })],
    [400, () => send("POST", "/me/signup", { token, body: wrong })],
  ];
  const [first] = doors;
  for (const [status, ask] of first ? [...doors, first] : [])
    expect((await from(newAddress(), ask)).status).toBe(status);
  const all = [
    ...doors.map(([, ask]) => ask),
    () => askToken("/oauth/demo/customers/token", passwordForm(email, password), client),
    () => send("POST", "/customers", { token: shop, body: wrong }),
    () => auth(authRequest("/auth/sign-in/email", { email, password })),
  ];
  for (const ask of all) expect((await from(newAddress(), ask)).status).toBe(429);
});

test("a session can try to place an order ten times in ten minutes, in both dialects together", async () => {
  const ready = await apart(async () => readyToPlace({ variant: await makeVariant() }));
  const declined = { paymentProvider: "demo-card", paymentMethod: "card_declines" };
  const token = await apart(() => tokenFor(client, ready.session.userId));
  const order = () =>
    apart(() => send("POST", "/me/orders", { token, body: { id: randomUUID(), version: 1 } }));
  for (let count = 0; count < 5; count++) {
    expect((await apart(() => place(ready, { body: declined }))).status).toBe(402);
    expect((await order()).status).toBe(404);
  }
  expect((await order()).body.errors[0].code).toBe("TooManyRequests");
  expect((await apart(() => place(ready))).status).toBe(429);
});

test("every coupon counts, one by one or several in one update", async () => {
  const { token } = await apart(() => guestToken(undefined, client));
  const cart = await apart(() => newCart(token));
  const { code } = await makeDiscount();
  const entered = (times: number) =>
    apart(() =>
      update(
        token,
        cart,
        Array.from({ length: times }, () => ({ action: "addDiscountCode", code })),
      ),
    );
  expect((await entered(21)).status).toBe(429);
  expect((await entered(1)).status).toBe(429);
});

/** A customer's token of this dialect, asked for from an unused network. */
async function customer() {
  const { email } = await apart(() => signUp());
  const form = `${passwordForm(email, password)}&scope=manage_my_profile:demo`;
  const { body } = await apart(() => askToken("/oauth/demo/customers/token", form, client));
  return { email, token: String(body.access_token) };
}

test("guesses at a current password are limited, and then the right one is refused, too", async () => {
  const { token } = await customer();
  const change = (currentPassword: string) =>
    apart(() =>
      send("POST", "/me/password", {
        token,
        body: { version: 1, currentPassword, newPassword: "another one" },
      }),
    );
  expect(await repeat(6, () => change("guess"))).toEqual([400, 400, 400, 400, 400, 429]);
  expect((await change(password)).status).toBe(429);
});

test("asking which addresses have an account by changing one's own counts as a sign-up", async () => {
  const [{ token }, other] = [await customer(), await customer()];
  const actions = [{ action: "changeEmail", email: other.email }];
  const ask = () => apart(() => send("POST", "/me", { token, body: { version: 1, actions } }));
  expect(await repeat(6, ask)).toEqual([400, 400, 400, 400, 400, 429]);
  const here = newAddress();
  const elsewhere = (index: number) =>
    from(here, () =>
      send("POST", "/me", {
        token,
        body: { version: 99, actions: [{ action: "changeEmail", email: `a${index}@b.example` }] },
      }),
    );
  let count = 0;
  expect((await repeat(21, () => elsewhere(count++))).slice(18)).toEqual([409, 409, 429]);
});
