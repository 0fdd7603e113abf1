import { randomBytes, randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { placeCart } from "./place.ts";

type Asked = { token: string; cartId: string; body: unknown };
type Answer = { status: number; data: unknown; cartToken?: string };
type Step = (asked: Asked) => Promise<Answer>;
export type Query = (
  name: string,
  text: string,
  values: unknown[],
) => Promise<{ rows: Record<string, unknown>[] }>;

const done: Answer = { status: 200, data: {} };

/** The requests of a guest's journey, each with the fewest plain statements that read and write its rows. */
export function journeySteps(pool: Pool): Record<string, Step> {
  const query: Query = (name, text, values) => pool.query({ name, text, values });
  const change = (name: string, set: string, value: (body: never) => unknown[]): Step => {
    const text = `update cart set ${set}, version = version + 1, updated_at = now()
      from session s where cart.id = $1 and s.token = $2 and s.user_id = cart.user_id`;
    return async ({ token, cartId, body }) => {
      await query(name, text, [cartId, token, ...value(body as never)]);
      return done;
    };
  };
  return {
    "POST /auth/sign-in/anonymous": () => signIn(query),
    "POST /store/cart/lines": (asked) => addLine(query, asked),
    "POST /store/guest/contact": change(
      "contact",
      "email = $3, contact_name = $4",
      ({ email, name }: { email: string; name: string }) => [email, name],
    ),
    "PUT /store/cart/address": change(
      "address",
      "shipping_address = $3",
      ({ shippingAddress }: { shippingAddress: object }) => [JSON.stringify(shippingAddress)],
    ),
    "GET /store/cart/shipping-methods": async () => {
      const { rows } = await query(
        "methods",
        "select id, name, prices from shipping_method where active order by position",
        [],
      );
      return { status: 200, data: rows };
    },
    "PUT /store/cart/shipping-method": change(
      "method",
      "shipping_method_id = $3",
      ({ shippingMethodId }: { shippingMethodId: string }) => [shippingMethodId],
    ),
    "POST /store/checkout/place-order": async ({ token, cartId }) => {
      return { status: 201, data: await placeCart(pool, token, cartId) };
    },
  };
}

async function signIn(query: Query): Promise<Answer> {
  const [userId, token] = [randomUUID(), randomBytes(32).toString("hex")];
  await query(
    "user",
    `insert into "user" (id, name, email, is_anonymous, updated_at) values ($1, 'Anonymous', $2, true, now())`,
    [userId, `${userId}@floor.invalid`],
  );
  await query(
    "session",
    "insert into session (id, token, user_id, expires_at, updated_at) values ($1, $2, $3, now() + interval '30 days', now())",
    [randomUUID(), token, userId],
  );
  return { status: 200, data: { token } };
}

async function addLine(query: Query, { token, body }: Asked): Promise<Answer> {
  const { variantId, quantity } = body as { variantId: string; quantity: number };
  const cartId = randomUUID();
  const { rows } = await query(
    "price",
    `select s.user_id, p.amount from session s, price p
     where s.token = $1 and p.variant_id = $2 and p.currency = 'USD' order by p.country nulls last limit 1`,
    [token, variantId],
  );
  await query(
    "cart",
    "insert into cart (id, token_hash, user_id, anonymous_id, currency, country, updated_at) values ($1, $2, $3::uuid, $3::text, 'USD', 'US', now())",
    [cartId, randomBytes(32).toString("hex"), rows[0]?.user_id],
  );
  await query(
    "line",
    "insert into cart_line (id, cart_id, variant_id, quantity, unit_price) values ($1, $2, $3, $4, $5)",
    [randomUUID(), cartId, variantId, quantity, rows[0]?.amount],
  );
  return { ...done, cartToken: cartId };
}
