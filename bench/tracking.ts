import type { Pool } from "pg";
import { send } from "./http-client.ts";
import type { Operation } from "./load.ts";

/** Lookup tokens of orders that are there, made by the module itself. */
export async function mintTokens(pool: Pool, count: number): Promise<string[]> {
  const { mintLookupToken } = await import("../lib/guest-checkout/lookup-token.ts");
  const { env } = await import("#lib/platform/env.ts");
  const { rows } = await pool.query(`select id from "order" where anonymous_id is not null limit $1`, [
    count,
  ]);
  const ctx = { actor: { type: "none" } } as const;
  const tokens: string[] = [];
  for (const { id } of rows) tokens.push(await mintLookupToken(ctx, env.GUEST_LINK_SECRET, id));
  return tokens;
}

/** A guest opens the link: GET /store/guest/orders/:token, of the shop or of the floor's server. */
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
