import { timingSafeEqual } from "node:crypto";
import { type Context, database } from "#lib/platform/context.ts";
import { sha256 } from "#lib/platform/secrets.ts";

/** A program that may request tokens. Its secret is 32 random bytes, so a plain hash is enough to store it. */
export type ApiClient = {
  id: string;
  scopes: string[];
  accessTokenSeconds: number;
  refreshTokenSeconds: number;
};

/** The client with this id and secret, or null. */
export async function findClient(
  ctx: Context,
  { id, secret }: { id: string; secret: string },
): Promise<ApiClient | null> {
  const client = await database(ctx).apiClient.findUnique({ where: { id } });
  const known = Buffer.from(client?.secretHash ?? "".padEnd(64, "0"));
  const given = Buffer.from(sha256(secret));
  return client && known.length === given.length && timingSafeEqual(known, given) ? client : null;
}
