import { randomBytes } from "node:crypto";
import type { Pool } from "pg";
import { sha256 } from "#lib/platform/secrets.ts";

/** Links to orders that are there, with tokens of their own. */
export async function mintTokens(pool: Pool, count: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from "order" where anonymous_id is not null limit $1`,
    [count],
  );
  const tokens = rows.map(({ id }) => ({ id, token: randomBytes(32).toString("base64url") }));
  await pool.query(
    `insert into lookup_token (order_id, nonce, version, token_hash)
     select id, ''::bytea, 1, hash from unnest($1::uuid[], $2::text[]) as token (id, hash)
     on conflict (order_id) do update set token_hash = excluded.token_hash`,
    [tokens.map(({ id }) => id), tokens.map(({ token }) => sha256(token))],
  );
  return tokens.map(({ token }) => token);
}
