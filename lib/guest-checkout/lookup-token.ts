import { randomBytes } from "node:crypto";
import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";
import { rowsOf } from "#lib/platform/rows.ts";
import { deriveToken, sha256 } from "#lib/platform/secrets.ts";

const nonceBytes = 32;
const keptRow = z.object({ nonce: z.instanceof(Uint8Array), version: z.int() });

/** The hash of a lookup token, as stored. */
export function hashLookupToken(token: string): string {
  return sha256(token);
}

function derive(linkSecret: string, nonce: Uint8Array, version: number): string {
  return deriveToken(linkSecret, nonce, `\0${version}`);
}

/**
 * The order's lookup token, 43 characters. Minted on the first call and the same on later ones, so a crash between
 * minting and sending leads to the same link. The database reveals no link without the secret.
 */
export async function mintLookupToken(ctx: Context, linkSecret: string, orderId: string): Promise<string> {
  const nonce = randomBytes(nonceBytes);
  // A no-op update, because `do nothing` would return no row.
  const [kept] = await rowsOf(
    ctx,
    Prisma.sql`
    insert into lookup_token (order_id, nonce, version, token_hash)
    values (${orderId}::uuid, ${nonce}, 1, ${hashLookupToken(derive(linkSecret, nonce, 1))})
    on conflict (order_id) do update set version = lookup_token.version
    returning nonce, version`,
    keptRow,
  );
  if (!kept) throw new Error("A row that was written was not returned");
  return derive(linkSecret, kept.nonce, kept.version);
}
