import { createHmac, hash } from "node:crypto";
import { normalizeEmail } from "#lib/platform/email-address.ts";

/** Hex SHA-256: the form in which the database stores tokens. */
export function sha256(value: string): string {
  return hash("sha256", value, "hex");
}

/** 43 characters of base64url that only the holder of `secret` can derive from `parts`. */
export function deriveToken(secret: string, ...parts: (string | Uint8Array)[]): string {
  const hmac = createHmac("sha256", secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest("base64url");
}

/** The hash of a mailbox, the same for every spelling. */
export function hashEmail(email: string): string {
  return sha256(normalizeEmail(email));
}
