import { AsyncLocalStorage } from "node:async_hooks";
import { isUndeliverable, sendAccountMail, unsentMail } from "#lib/mail/index.ts";
import { afterwards, later } from "#lib/platform/afterwards.ts";
import { env } from "#lib/platform/env.ts";
import { log } from "#lib/platform/log/log.ts";

type Addressee = { user: { id: string; email: string; name: string }; token: string };

/**
 * "Confirm your address", after a sign-up. The caller's callbackURL is not in the link: anybody can ask for a mail to
 * somebody else, and would choose words in it.
 */
export function mailVerification({ user, token }: Addressee): Promise<void> {
  const callback = encodeURIComponent("/account?verified=1");
  return attempt(
    "verification",
    user,
    // The token comes last, so that characters which a mail program appends are easy to strip.
    `${env.STOREFRONT_URL}/auth/verify-email?callbackURL=${callback}&token=${token}`,
  );
}

/** "Choose a new password", on request. */
export function mailPasswordReset({ user, token }: Addressee): Promise<void> {
  return attempt("passwordReset", user, `${env.STOREFRONT_URL}/reset-password/${token}`);
}

const failures = new AsyncLocalStorage<unknown[]>();

/**
 * Runs `ask`, for somebody who is then told that a mail is on its way. @throws unavailable if it could not be sent
 */
export async function requireMail<T>(ask: () => Promise<T>): Promise<T> {
  const failed: unknown[] = [];
  const answer = await failures.run(failed, ask);
  if (failed.length > 0) throw unsentMail(failed[0]);
  return answer;
}

/**
 * Sends a mail, for somebody who waits for it (requireMail) at once. Nobody else waits: neither the answer nor its time
 * may reveal whether there is an account, and a slow mail server must not hold up a sign-up.
 */
async function attempt(
  kind: "verification" | "passwordReset",
  user: Addressee["user"],
  url: string,
): Promise<void> {
  const failed = failures.getStore();
  const send = () => sendAccountMail(kind, { userId: user.id, name: user.name, address: user.email }, url);
  if (failed) await send().catch((error: unknown) => failed.push(error));
  else afterwards(() => sendOrRetry(send));
}

// A server that does not know the sender yet turns a mail away for some minutes (greylisting), as one that restarts does.
const retriesAfterMs = [20_000, 120_000, 360_000] as const;

/**
 * Sends a mail that nobody waits for, several times if need be. Nothing outlives the process: the links of these mails
 * open accounts, so they are not written down, and the person can ask again.
 */
async function sendOrRetry(
  send: () => Promise<void>,
  retries: readonly number[] = retriesAfterMs,
): Promise<void> {
  const [delayMs, ...rest] = retries;
  try {
    await send();
  } catch (err) {
    if (delayMs === undefined || isUndeliverable(err)) {
      log.error({ err }, "an account mail could not be sent");
      return;
    }
    log.warn({ err }, "an account mail could not be sent; it will be retried");
    later(() => sendOrRetry(send, rest), delayMs);
  }
}
