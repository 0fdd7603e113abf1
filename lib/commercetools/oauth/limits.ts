import { byEverybody, byNetwork, type LimitedCall, type LimitRule } from "#lib/http/index.ts";
import { hashEmail } from "#lib/secrets.ts";

type Named = { clientId?: string; email?: string };

const named = ({ body }: LimitedCall) => body as Named;

const byClient = (call: LimitedCall) => {
  const { clientId } = named(call);
  return clientId === undefined ? null : `${byNetwork(call)} ${clientId.slice(0, 100)}`;
};

const byAccount = (call: LimitedCall) => {
  const { email } = named(call);
  return email === undefined ? null : hashEmail(email);
};

/** Wrong secrets. A storefront's server asks for all its shoppers, so right ones are not counted. */
export const clientLimits: readonly LimitRule[] = [
  { name: "api-client-misses", points: 10, seconds: 600, by: byClient, counts: "misses" },
  { name: "api-network-misses", points: 30, seconds: 600, by: byNetwork, counts: "misses" },
];

/** Wrong passwords. */
export const passwordLimits: readonly LimitRule[] = [
  { name: "api-password-account", points: 10, seconds: 600, by: byAccount, counts: "misses" },
  { name: "api-password-network", points: 100, seconds: 3600, by: byNetwork, counts: "misses" },
];

/** New accounts, and questions whether an address has one. */
export const signUpLimits: readonly LimitRule[] = [
  { name: "api-sign-up-account", points: 10, seconds: 600, by: byAccount },
  { name: "api-sign-up-network", points: 600, seconds: 3600, by: byNetwork },
];

/** New anonymous sessions: each is a row for months. */
export const sessionLimits: readonly LimitRule[] = [
  { name: "api-session-everybody", points: 100, seconds: 1, by: byEverybody },
  { name: "api-session-network", points: 600, seconds: 60, by: byNetwork },
];
