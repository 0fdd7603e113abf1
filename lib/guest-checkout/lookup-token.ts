import { randomBytes } from "node:crypto";
import { type Context, database } from "#lib/context.ts";
import { deriveToken, sha256 } from "#lib/secrets.ts";

const nonceBytes = 32;

/** What the database keeps of a lookup token. */
export function hashLookupToken(token: string): string {
  return sha256(token);
}

function derive(linkSecret: string, nonce: Uint8Array, version: number): string {
  return deriveToken(linkSecret, nonce, `\0${version}`);
}

/**
 * The order's lookup token, 43 characters; made at the first call and the same at every later one, so a crash
 * between minting and sending leads to the same link. Without the secret the database gives no link away.
 */
export async function mintLookupToken(ctx: Context, linkSecret: string, orderId: string): Promise<string> {
  const nonce = randomBytes(nonceBytes);
  await database(ctx).lookupToken.createMany({
    data: [{ orderId, nonce, version: 1, tokenHash: hashLookupToken(derive(linkSecret, nonce, 1)) }],
    skipDuplicates: true,
  });
  const kept = await database(ctx).lookupToken.findUniqueOrThrow({ where: { orderId } });
  return derive(linkSecret, kept.nonce, kept.version);
}
