import { randomBytes } from "node:crypto";
import type { Pool } from "pg";
import { sha256 } from "#lib/platform/secrets.ts";
import { send } from "./http-client.ts";
import type { Operation } from "./load.ts";

/** Makes links to orders that are there, with tokens of its own: what it costs to mint one is not measured. */
export async function mintTokens(pool: Pool, count: number): Promise<string[]> {
  const { rows } = await pool.query(`select id from "order" where anonymous_id is not null limit $1`, [
    count,
  ]);
  const tokens: string[] = [];
  for (const { id } of rows) {
    const token = randomBytes(32).toString("base64url");
    await pool.query(
      `insert into lookup_token (order_id, nonce, version, token_hash) values ($1, $2, 1, $3)
      on conflict (order_id) do update set token_hash = excluded.token_hash`,
      [id, randomBytes(32), sha256(token)],
    );
    tokens.push(token);
  }
  return tokens;
}

/** A guest opens the link: GET /store/guest/orders/:token, on the shop or the baseline server. */
export function tracking(base: string, tokens: readonly string[]): Operation {
  let next = 0;
  return async () => {
    const { body } = await send(
      `${base}/store/guest/orders/${tokens[next++ % tokens.length]}`,
      "GET",
      200,
      {},
    );
    const { data } = body as { data: { lines: unknown[] } };
    if (data.lines.length === 0) throw new Error("The order has no lines");
  };
}
