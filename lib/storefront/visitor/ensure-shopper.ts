import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { Context } from "#lib/platform/context.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { account } from "../account/verbs.ts";
import { keepsCookies } from "./cookie-trial.ts";
import { currentContext } from "./current-context.ts";

/**
 * Makes sure that the visitor can own a cart: the first write without a session creates an anonymous user. Only in
 * actions. The request's headers still have the old cookies, so the action has to continue with the returned context,
 * and end with a redirect. @throws too_many_requests
 */
export async function ensureShopper(): Promise<Context> {
  const ctx = await currentContext();
  if (ctx.actor.type !== "none") return ctx;
  // Without cookies, every click would create another guest.
  if (!(await keepsCookies())) redirect("/cart?status=cookies");
  const { user, setCookie } = await perform(account.startGuest, ctx, {});
  const jar = await cookies();
  for (const [name, cookie] of parseSetCookieHeader(setCookie)) {
    jar.set(name, cookie.value, toCookieOptions(cookie));
  }
  return { ...ctx, actor: { type: "anonymous", userId: user.id, anonymousId: user.id } };
}
