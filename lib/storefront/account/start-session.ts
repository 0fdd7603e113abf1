import { headers } from "next/headers";
import { auth } from "#lib/accounts/auth/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { type Brought, broughtBy } from "./brought.ts";
import { guestOrdersHere } from "./guest-orders.ts";
import { codeOf, Refused } from "./refused.ts";

type Credentials = { email: string; password: string };

/**
 * Signs in and converts this browser's guest. Returns what came along. The action has to end with a redirect: only the
 * next request sees the session.
 * @throws Refused, better-auth's errors
 */
export async function signInHere(ctx: Context, { email, password }: Credentials): Promise<Brought> {
  const held = await guestOrdersHere(ctx);
  await auth.api.signInEmail({ body: { email, password }, headers: await headers() });
  return broughtBy(held, email);
}

/** The same with a new account, which stays if the conversion fails. */
export async function signUpHere(
  ctx: Context,
  { name, email, password }: Credentials & { name: string },
): Promise<Brought> {
  const held = await guestOrdersHere(ctx);
  try {
    await auth.api.signUpEmail({ body: { name, email, password }, headers: await headers() });
  } catch (error) {
    throw codeOf(error) === "GUEST_NOT_LINKED" ? new Refused("guest_not_linked_new") : error;
  }
  return broughtBy(held, email);
}
