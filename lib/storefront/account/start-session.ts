import { headers } from "next/headers";
import { auth } from "#lib/accounts/auth/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { guestOrdersHere, leavesGuestOrders } from "./guest-orders.ts";
import { leaveGuestBehind } from "./leave-guest.ts";
import { codeOf, Refused } from "./refused.ts";

type Choice = { guestOrders?: "attach" | "leave" | undefined };
type Credentials = { email: string; password: string };

/**
 * Signs in and converts this browser's guest, unless the person declined. Returns whether orders were moved. The action
 * has to end with a redirect: only the next request sees the session.
 * @throws Refused, better-auth's errors
 */
export function signInHere(
  ctx: Context,
  { email, password, guestOrders }: Credentials & Choice,
): Promise<boolean> {
  return begin(ctx, { email, guestOrders }, (headers) =>
    auth.api.signInEmail({ body: { email, password }, headers }),
  );
}

/** The same with a new account, which stays if the conversion fails. */
export async function signUpHere(
  ctx: Context,
  { name, email, password, guestOrders }: Credentials & Choice & { name: string },
): Promise<boolean> {
  try {
    return await begin(ctx, { email, guestOrders }, (headers) =>
      auth.api.signUpEmail({ body: { name, email, password }, headers }),
    );
  } catch (error) {
    throw codeOf(error) === "GUEST_NOT_LINKED" ? new Refused("guest_not_linked_new") : error;
  }
}

type Started = { user: { id: string; email: string; name: string; emailVerified: boolean } };

async function begin(
  ctx: Context,
  input: { email: string } & Choice,
  start: (headers: Headers) => Promise<Started>,
): Promise<boolean> {
  const held = await guestOrdersHere(ctx);
  const leave = leavesGuestOrders(held, input);
  if (leave) await leaveGuestBehind(ctx, start);
  else await start(await headers());
  return held !== null && !leave;
}
