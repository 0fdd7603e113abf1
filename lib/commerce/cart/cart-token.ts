import { env } from "#lib/platform/env.ts";
import { deriveToken, sha256 } from "#lib/platform/secrets.ts";

/**
 * The opaque handle of a cart (x-cart-token), 43 characters. It is derived from the id, so it can be sent again at any
 * time although the database stores only its hash.
 */
export function cartToken(cartId: string): string {
  return deriveToken(env.BETTER_AUTH_SECRET, "cart-token\0", cartId);
}

/** The hash of a cart token, as stored. */
export function hashCartToken(token: string): string {
  return sha256(token);
}
