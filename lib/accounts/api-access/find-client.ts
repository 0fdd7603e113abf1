import { timingSafeEqual } from "node:crypto";
import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";
import { sha256 } from "#lib/platform/secrets.ts";

// The secret is 32 random bytes, so a plain hash is enough to store it.
const apiClient = z.object({
  id: z.string(),
  secretHash: z.string(),
  scopes: z.array(z.string()),
  accessTokenSeconds: z.int(),
  refreshTokenSeconds: z.int(),
});

/** A program that may request tokens. */
export type ApiClient = Omit<z.output<typeof apiClient>, "secretHash">;

/** The client with this id and secret, or null. */
export async function findClient(
  ctx: Context,
  { id, secret }: { id: string; secret: string },
): Promise<ApiClient | null> {
  const statement = Prisma.sql`
    select id, secret_hash as "secretHash", scopes, access_token_seconds as "accessTokenSeconds",
      refresh_token_seconds as "refreshTokenSeconds" from api_client where id = ${id}`;
  const [client] = await rowsOf(ctx, statement, apiClient);
  const known = Buffer.from(client?.secretHash ?? "".padEnd(64, "0"));
  const given = Buffer.from(sha256(secret));
  return client && known.length === given.length && timingSafeEqual(known, given) ? client : null;
}
