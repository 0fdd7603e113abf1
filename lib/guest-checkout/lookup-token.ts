import { randomBytes } from "node:crypto";
import * as z from "zod";
import { asNobody } from "#lib/platform/context.ts";
import { Prisma, send } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";
import { together } from "#lib/platform/database/together.ts";
import { deriveToken, sha256 } from "#lib/platform/secrets.ts";

const nonceBytes = 32;
const keptRow = z.object({
  orderId: z.string(),
  nonce: z.instanceof(Uint8Array),
  version: z.int(),
  hash: z.string(),
});

/** The hash of a lookup token, as stored. */
export function hashLookupToken(token: string): string {
  return sha256(token);
}

function derive(linkSecret: string, nonce: Uint8Array, version: number): string {
  return deriveToken(linkSecret, nonce, `\0${version}`);
}

type Wanted = { linkSecret: string; orderId: string };

/**
 * The order's lookup token, 43 characters. Minted on the first call and the same on later ones, so a crash between
 * minting and sending leads to the same link. The database reveals no link without the secret. Orders that ask at the
 * same time share a statement. After a change of the secret the order gets a new token, which replaces the earlier one.
 */
export const mintLookupToken: (wanted: Wanted) => Promise<string> = together(async (wanted) => {
  // A statement can write each row only once.
  const minted = [...new Map(wanted.map((each) => [each.orderId, each])).values()].map(
    ({ linkSecret, orderId }) => {
      const nonce = randomBytes(nonceBytes);
      return { orderId, nonce, hash: hashLookupToken(derive(linkSecret, nonce, 1)) };
    },
  );
  // A no-op update, because `do nothing` would return no row. Sorted, so that two workers cannot deadlock.
  const kept = await rowsOf(
    asNobody,
    Prisma.sql`
    insert into lookup_token (order_id, nonce, version, token_hash)
    select minted.order_id, minted.nonce, 1, minted.hash
    from unnest(${minted.map(({ orderId }) => orderId)}::uuid[], ${minted.map(({ nonce }) => nonce)}::bytea[],
      ${minted.map(({ hash }) => hash)}::text[]) minted (order_id, nonce, hash)
    order by minted.order_id
    on conflict (order_id) do update set version = lookup_token.version
    returning order_id as "orderId", nonce, version, token_hash as hash`,
    keptRow,
  );
  const byOrder = new Map(kept.map((row) => [row.orderId, row]));
  const tokens = wanted.map(({ linkSecret, orderId }) => {
    const row = byOrder.get(orderId);
    if (!row) throw new Error("A row that was written was not returned");
    const token = derive(linkSecret, row.nonce, row.version);
    return { orderId, token, hash: hashLookupToken(token), stored: row.hash };
  });
  await storeHashes(tokens.filter(({ hash, stored }) => hash !== stored));
  return tokens.map(({ token }) => token);
});

/** Of tokens that another secret leads to: otherwise their links would open nothing. */
async function storeHashes(changed: readonly { orderId: string; hash: string }[]): Promise<void> {
  if (changed.length === 0) return;
  await send(Prisma.sql`
    update lookup_token set token_hash = changed.hash
    from unnest(${changed.map(({ orderId }) => orderId)}::uuid[], ${changed.map(({ hash }) => hash)}::text[]) changed (id, hash)
    where order_id = changed.id`);
}
