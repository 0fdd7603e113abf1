import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#lib/platform/env.ts";

const bare = "better-auth.session_token";

/** The name of better-auth's cookie. With https it has a prefix that pages served over http cannot set. */
export const sessionCookie = env.STOREFRONT_URL.startsWith("https://") ? `__Secure-${bare}` : bare;

/**
 * The session token of a request, or null: a bearer token, plain or signed, otherwise the signed cookie. Follows
 * better-auth's rules without its three WebCrypto calls.
 */
export function sessionTokenOf(headers: Headers, cookieName = sessionCookie): string | null {
  return bearerToken(headers.get("authorization") ?? "", () =>
    signed(cookieValue(headers.get("cookie") ?? "", cookieName) ?? ""),
  );
}

/** A bearer token wins over a cookie; one with an invalid signature is ignored. */
function bearerToken(authorization: string, otherwise: () => string | null): string | null {
  const given = /^bearer /i.test(authorization) ? authorization.slice(7).trim() : "";
  if (given === "") return otherwise();
  if (!given.includes(".")) return given;
  const value = decoded(given);
  const [token = "", signature = ""] = value.split(".");
  const isOurs = /^[\w+/-]+=*$/.test(signature) && isSignature(token, signature);
  return isOurs ? signed(value) : otherwise();
}

/** The first cookie of this name, like better-auth; later ones are ignored. */
function cookieValue(header: string, name: string): string | null {
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    if (at < 0 || pair.slice(0, at).trim() !== name) continue;
    const value = pair.slice(at + 1).trim();
    return decoded(value.startsWith('"') ? value.slice(1, -1) : value);
  }
  return null;
}

/** The token in "token.signature"; null if the signature is invalid. */
function signed(value: string): string | null {
  const dot = value.lastIndexOf(".");
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const signature = value.slice(dot + 1);
  return /^[A-Za-z0-9+/]{43}=$/.test(signature) && isSignature(token, signature) ? token : null;
}

/** A signed token, for the cookie and set-auth-token. */
export function signedToken(token: string): string {
  return `${token}.${signatureOf(token).toString("base64")}`;
}

function signatureOf(token: string): Buffer {
  return createHmac("sha256", env.BETTER_AUTH_SECRET).update(token).digest();
}

function isSignature(token: string, signature: string): boolean {
  const given = Buffer.from(signature, "base64");
  const expected = signatureOf(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
