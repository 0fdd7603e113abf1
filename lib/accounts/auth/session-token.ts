import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#lib/platform/env.ts";

const bare = "better-auth.session_token";

/** better-auth's name for its cookie. Over https only the one that a page served by http cannot have set. */
export const sessionCookie = env.STOREFRONT_URL.startsWith("https://") ? `__Secure-${bare}` : bare;

/**
 * The session token that a request carries, or null: a bearer token, bare or signed, else the signed cookie.
 * The same rules as better-auth's, without its three trips through WebCrypto.
 */
export function sessionTokenOf(headers: Headers, cookieName = sessionCookie): string | null {
  return bearerToken(headers.get("authorization") ?? "", () =>
    signed(cookieValue(headers.get("cookie") ?? "", cookieName) ?? ""),
  );
}

/** A bearer token goes before a cookie; one whose signature is wrong counts as none. */
function bearerToken(authorization: string, otherwise: () => string | null): string | null {
  const given = /^bearer /i.test(authorization) ? authorization.slice(7).trim() : "";
  if (given === "") return otherwise();
  if (!given.includes(".")) return given;
  const value = decoded(given);
  const [token = "", signature = ""] = value.split(".");
  const isOurs = /^[\w+/-]+=*$/.test(signature) && isSignature(token, signature);
  return isOurs ? signed(value) : otherwise();
}

/** The first cookie of this name, as better-auth reads it: later ones are never looked at. */
function cookieValue(header: string, name: string): string | null {
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    if (at < 0 || pair.slice(0, at).trim() !== name) continue;
    const value = pair.slice(at + 1).trim();
    return decoded(value.startsWith('"') ? value.slice(1, -1) : value);
  }
  return null;
}

/** The token in "token.signature"; null when the signature is not ours. */
function signed(value: string): string | null {
  const dot = value.lastIndexOf(".");
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const signature = value.slice(dot + 1);
  return /^[A-Za-z0-9+/]{43}=$/.test(signature) && isSignature(token, signature) ? token : null;
}

/** A token as it is handed out: in the cookie, and in set-auth-token. */
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
