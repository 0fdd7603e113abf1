import { randomUUID } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";

vi.hoisted(() => {
  process.env.RATE_LIMITS = "on";
});

import { askToken, guestToken, type Reply, send } from "#lib/testing/commercetools/call.ts";
import { makeClient, type TestClient } from "#lib/testing/commercetools/clients.ts";
import { from, newAddress } from "#lib/testing/limits.ts";
import { password, signUp } from "#lib/testing/sessions.ts";

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

test("a client's secret is guessed ten times from one network, and then not even rightly told", async () => {
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

test("a right secret may be told as often as one likes", async () => {
  const ask = () => from("10.9.9.9", () => askToken("/oauth/token", "grant_type=client_credentials", client));
  expect(new Set(await repeat(40, ask))).toEqual(new Set([200]));
});

test("a password is guessed ten times in all, from wherever and at whatever address", async () => {
  const { email } = await from(newAddress(), () => signUp());
  const { token } = await from(newAddress(), () => guestToken(undefined, client));
  const ways = [
    () => askToken("/oauth/demo/customers/token", passwordForm(email, "wrong"), client),
    () => send("POST", "/me/login", { token, body: { email, password: "wrong" } }),
  ];
  for (const ask of ways)
    expect(new Set(await repeat(5, () => from(newAddress(), ask)))).toEqual(new Set([400]));
  const right = () => askToken("/oauth/demo/customers/token", passwordForm(email, password), client);
  expect((await from(newAddress(), right)).status).toBe(429);
});

test("whether an address has an account is asked ten times", async () => {
  const { email } = await from(newAddress(), () => signUp());
  const { token } = await from(newAddress(), () => guestToken(`phone-${randomUUID()}`, client));
  const ask = () =>
    from(newAddress(), () => send("POST", "/me/signup", { token, body: { email, password: "secret" } }));
  expect(new Set(await repeat(10, ask))).toEqual(new Set([400]));
  expect((await ask()).status).toBe(429);
});
