import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env.ts";

const bearer = /^bearer +(.+)$/i;
// better-auth's name for its cookie; the prefix goes with https.
const cookie = /(?:^|;\s*)(?:__Secure-)?better-auth\.session_token=([^;]*)/;

/**
 * The session token that a request carries, or null: a bearer token, bare or signed, else the signed cookie.
 * The same rules as better-auth's, without its three trips through WebCrypto.
 */
export function sessionTokenOf(headers: Headers): string | null {
  const authorization = headers.get("authorization")?.match(bearer)?.[1]?.trim();
  if (authorization) return authorization.includes(".") ? verified(authorization) : authorization;
  const value = headers.get("cookie")?.match(cookie)?.[1];
  return value ? verified(value) : null;
}

/** The token in "token.signature", percent-encoded or not; null when the signature is not ours. */
function verified(value: string): string | null {
  const signed = decoded(value);
  const dot = signed.lastIndexOf(".");
  if (dot < 1) return null;
  const token = signed.slice(0, dot);
  const given = Buffer.from(signed.slice(dot + 1), "base64");
  const expected = createHmac("sha256", env.BETTER_AUTH_SECRET).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
