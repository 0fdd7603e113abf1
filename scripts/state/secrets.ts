import { randomBytes } from "node:crypto";
import { recall, remember } from "./memory.ts";

const file = "secrets.json";
const names = ["BETTER_AUTH_SECRET", "GUEST_LINK_SECRET", "DATABASE_PASSWORD"] as const;
type SecretName = (typeof names)[number];

/**
 * The secrets of this checkout: created at the first start and kept in the data folder. The environment takes
 * precedence.
 */
export function secrets(): Record<SecretName, string> {
  const known = recall(file);
  const missing = names.filter((name) => typeof known[name] !== "string");
  if (missing.length > 0) {
    remember(file, Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString("base64url")])));
    return secrets();
  }
  const value = (name: SecretName) =>
    (name !== "DATABASE_PASSWORD" && process.env[name]) || String(known[name]);
  return {
    BETTER_AUTH_SECRET: value("BETTER_AUTH_SECRET"),
    GUEST_LINK_SECRET: value("GUEST_LINK_SECRET"),
    DATABASE_PASSWORD: value("DATABASE_PASSWORD"),
  };
}
