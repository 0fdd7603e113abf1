import type { auth } from "./auth.ts";
import { signedToken } from "./session-token.ts";

type Cookie = Awaited<typeof auth.$context>["authCookies"]["sessionToken"];

/** The Set-Cookie header that better-auth answers a sign-in with. */
export function setSessionCookie(token: string, { name, attributes }: Cookie): string {
  const { maxAge, path, httpOnly, secure, sameSite = "lax" } = attributes;
  const parts = [
    `${name}=${encodeURIComponent(signedToken(token))}`,
    `Max-Age=${maxAge}`,
    `Path=${path}`,
    httpOnly && "HttpOnly",
    secure && "Secure",
    `SameSite=${sameSite.charAt(0).toUpperCase()}${sameSite.slice(1)}`,
  ];
  return parts.filter(Boolean).join("; ");
}
