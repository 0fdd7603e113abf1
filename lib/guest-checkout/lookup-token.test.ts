import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { asNobody } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { deriveToken, sha256 } from "#lib/platform/secrets.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { mintLookupToken } from "./lookup-token.ts";
import { trackOrder } from "./track-order.ts";

const secret = "a guest link secret for tests only";

test("1,000 minted tokens are unique, 43 characters long, and not ordered by time", async () => {
  const { order } = await buy({ variant: await makeVariant() });
  const orderIds = await copyOrder(order.id, 1_000);
  const tokens: string[] = [];
  while (tokens.length < orderIds.length) {
    const batch = orderIds.slice(tokens.length, tokens.length + 50);
    tokens.push(
      ...(await Promise.all(batch.map((id) => mintLookupToken({ linkSecret: secret, orderId: id })))),
    );
  }
  expect(new Set(tokens).size).toBe(1_000);
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  const rises = tokens.filter((token, index) => token > (tokens[index - 1] ?? "")).length;
  expect(rises).toBeGreaterThan(400);
  expect(rises).toBeLessThan(600);
});

test("10,000 tokens of new nonces are unique, and their bytes are uniformly distributed", () => {
  const tokens = Array.from({ length: 10_000 }, () => deriveToken(secret, randomBytes(32), `\0${1}`));
  expect(new Set(tokens).size).toBe(10_000);
  const bytes = Buffer.concat(tokens.map((token) => Buffer.from(token, "base64url")));
  expect(bytes.length).toBe(10_000 * 32);
  expect(chiSquare(bytes)).toBeLessThan(hardlyEver);
});

test("the token of an order is the same on every call, even with a hundred at once", async () => {
  const { order } = await buy({ variant: await makeVariant() });
  const tokens = await Promise.all(
    Array.from({ length: 100 }, () => mintLookupToken({ linkSecret: secret, orderId: order.id })),
  );
  expect(new Set(tokens).size).toBe(1);
  expect(await db.lookupToken.count({ where: { orderId: order.id } })).toBe(1);
});

test("the database stores the hash, from which the token follows only with the secret", async () => {
  const { order } = await buy({ variant: await makeVariant() });
  const token = await mintLookupToken({ linkSecret: secret, orderId: order.id });
  const { nonce, version, tokenHash } = await db.lookupToken.findUniqueOrThrow({
    where: { orderId: order.id },
  });
  expect(tokenHash).toBe(sha256(token));
  expect(nonce).toHaveLength(32);
  expect(deriveToken(secret, nonce, `\0${version}`)).toBe(token);
  expect(deriveToken(`${secret}!`, nonce, `\0${version}`)).not.toBe(token);
});

test("a new version is a new link, and invalidates the old one", async () => {
  const { order } = await buy({ variant: await makeVariant() });
  const nonce = randomBytes(32);
  const [first, second] = [1, 2].map((version) => deriveToken(secret, nonce, `\0${version}`));
  await db.lookupToken.create({
    data: { orderId: order.id, nonce, version: 2, tokenHash: sha256(second ?? "") },
  });
  const kept = await mintLookupToken({ linkSecret: secret, orderId: order.id });
  expect(kept).toBe(second);
  expect(kept).not.toBe(first);
});

test("after a change of the secret an order's next mail has a link that opens it, in place of the earlier one", async () => {
  const { order } = await buy({ variant: await makeVariant() });
  const mint = (linkSecret: string) => mintLookupToken({ linkSecret, orderId: order.id });
  const earlier = await mint(secret);
  expect((await trackOrder(asNobody, { token: earlier })).id).toBe(order.id);
  const later = await mint(`${secret}!`);
  expect((await trackOrder(asNobody, { token: later })).id).toBe(order.id);
  await expect(trackOrder(asNobody, { token: earlier })).rejects.toMatchObject({
    code: "guest_order_not_found",
  });
  expect(await mint(`${secret}!`)).toBe(later);
});

/** Creates `count` copies of a placed order. Returns their ids. */
async function copyOrder(orderId: string, count: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    with cart as (
      insert into cart (id, token_hash, currency, country, status, updated_at)
      select gen_random_uuid(), 'copy ' || n, 'USD', 'US', 'ordered', now() from generate_series(1, ${count}) n
      returning id
    )
    insert into "order" (id, order_number, cart_id, user_id, anonymous_id, currency, country, shipping_address,
      billing_address, subtotal, discount, shipping, tax, total, tax_included, tax_rate, updated_at)
    select gen_random_uuid(), cart.id::text, cart.id, o.user_id, o.anonymous_id, o.currency, o.country,
      o.shipping_address, o.billing_address, o.subtotal, o.discount, o.shipping, o.tax, o.total, o.tax_included,
      o.tax_rate, now()
    from cart, "order" o where o.id = ${orderId}::uuid
    returning id`;
  return rows.map(({ id }) => id);
}

/** One in a billion random byte sequences exceeds this (255 degrees of freedom). */
const hardlyEver = 410;

function chiSquare(bytes: Uint8Array): number {
  const counts = new Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const expected = bytes.length / 256;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
