import { sendAccountMail } from "#lib/mail/index.ts";
import { env } from "#lib/platform/env.ts";
import { log } from "#lib/platform/log.ts";

type Addressee = { user: { id: string; email: string; name: string }; token: string };

/** "Confirm your address", after a sign-up. */
export function mailVerification({ user, token }: Addressee): Promise<void> {
  const callback = encodeURIComponent("/account?verified=1");
  return attempt(
    "verification",
    user,
    // The token last: what a mail program adds to the end of an address is then easy to tell from it.
    `${env.STOREFRONT_URL}/auth/verify-email?callbackURL=${callback}&token=${token}`,
  );
}

/** "Choose a new password", when somebody asked for it. */
export function mailPasswordReset({ user, token }: Addressee): Promise<void> {
  return attempt("passwordReset", user, `${env.STOREFRONT_URL}/reset-password/${token}`);
}

/**
 * A mail server that is down must not fail a sign-up, and the answer must not tell whether there is an account:
 * the failure goes to the log and the person asks again.
 */
async function attempt(
  kind: "verification" | "passwordReset",
  user: Addressee["user"],
  url: string,
): Promise<void> {
  try {
    await sendAccountMail(kind, { userId: user.id, name: user.name, address: user.email }, url);
  } catch (error) {
    log.error({ err: error, kind }, "an account mail could not be sent");
  }
}
