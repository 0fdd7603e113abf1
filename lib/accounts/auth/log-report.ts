import { log } from "#lib/platform/log/log.ts";

// The prefixes of better-auth's reports that matter in production.
const kinds = [
  "Invalid origin",
  "Invalid callbackURL",
  "Invalid redirectURL",
  "Blocked cross-site navigation",
  "User not found",
  "Password not found",
  "Invalid password",
  "Password is too",
  "Reset Password: User not found",
  "Sign-up attempt for existing email",
  "Failed to create user",
  "Failed to create session",
  "Failed to send the sign-up verification email",
  "INTERNAL_SERVER_ERROR",
] as const;

/** Logs better-auth's reports by kind only: its messages and details quote callers' input. */
export function logReport(level: string, message: unknown, ...details: unknown[]): void {
  const kind = kinds.find((known) => typeof message === "string" && message.startsWith(known)) ?? "other";
  const err = [message, ...details].find((each) => each instanceof Error);
  const report = { source: "better-auth", kind, ...(err && { err }) };
  log[level === "error" ? "error" : "debug"](report, "better-auth reported something");
}
