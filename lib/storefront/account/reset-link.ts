import { auth } from "#lib/accounts/auth/index.ts";
import { now } from "#lib/platform/clock.ts";
import { opaqueToken } from "#lib/platform/text.ts";

/** Whether a password reset link is valid. Checking does not use it up. */
export async function isResetLinkValid(token: string): Promise<boolean> {
  if (!opaqueToken.safeParse(token).success) return false;
  const { internalAdapter } = await auth.$context;
  const found = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  return found !== null && found.expiresAt > now();
}
