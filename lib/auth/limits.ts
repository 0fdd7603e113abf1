import { byEverybody, byNetwork, type LimitedCall, type LimitRule } from "#lib/http/index.ts";
import { hashEmail } from "#lib/secrets.ts";

const byAccount = ({ body }: LimitedCall): string | null => {
  const email = (body as { email?: unknown } | undefined)?.email;
  return typeof email === "string" && email.length <= 254 ? hashEmail(email) : null;
};

// Many shoppers share one address behind an office or a carrier, so guests get room.
const anonymous: LimitRule[] = [
  { name: "guest-session-everybody", points: 50, seconds: 1, by: byEverybody },
  { name: "guest-session-minute", points: 20, seconds: 60, by: byNetwork },
  { name: "guest-session-hour", points: 200, seconds: 3600, by: byNetwork },
];

const credentials: LimitRule[] = [
  { name: "credentials-account", points: 5, seconds: 600, by: byAccount },
  { name: "credentials-network", points: 20, seconds: 3600, by: byNetwork },
];

const mails: LimitRule[] = [
  { name: "auth-mail-account", points: 3, seconds: 3600, by: byAccount },
  { name: "auth-mail-network", points: 20, seconds: 3600, by: byNetwork },
];

/** The limits of a path below /auth. */
export function authLimits(path: string): readonly LimitRule[] {
  if (path === "/sign-in/anonymous") return anonymous;
  if (/^\/(request-password-reset|send-verification-email)$/.test(path)) return mails;
  if (/^\/(sign-in|sign-up|(reset|change|verify)-password)(\/|$)/.test(path)) return credentials;
  return [];
}
