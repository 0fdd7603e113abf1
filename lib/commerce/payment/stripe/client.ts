import Stripe from "stripe";

export type StripeSettings = {
  /** sk_… or, better, a restricted key rk_… */
  secretKey: string;
  /** whsec_…, the signing secret of events. */
  webhookSecret: string;
  /** The URL of Stripe's API; null for the real one. */
  apiUrl: string | null;
  /** The shop's own URL. */
  shopUrl: string;
};

/**
 * The version of Stripe's API that this folder is written for. Raise it together with the package, after reading both
 * changelogs, and create the webhook endpoint with the same one.
 */
const apiVersion = "2026-10-28.endive";

/** A shopper is waiting. Slower calls are retried with the same idempotency key. */
const timeoutMs = 10_000;
const retries = 2;

/** Stripe's client with our limits of time and repetition. */
export function clientOf({ secretKey, apiUrl }: StripeSettings): Stripe {
  return new Stripe(secretKey, {
    apiVersion,
    timeout: timeoutMs,
    maxNetworkRetries: retries,
    telemetry: false,
    ...(apiUrl !== null && placeOf(apiUrl)),
  });
}

function placeOf(url: string) {
  const { hostname, port, protocol } = new URL(url);
  const secure = protocol === "https:";
  return {
    host: hostname,
    port: port === "" ? (secure ? 443 : 80) : Number(port),
    protocol: secure ? ("https" as const) : ("http" as const),
  };
}
