import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { Context } from "#lib/platform/context.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { account } from "./account/verbs.ts";
import { keepsCookies } from "./cookie-trial.ts";
import { currentContext } from "./current-context.ts";

/**
 * The visitor as somebody who can own a cart: at the first write a visitor without a session becomes an
 * anonymous user. Only in actions. The request's own headers still show the old cookies, so the action goes on
 * with the context that this returns, and ends with a redirect. @throws too_many_requests
 */
export async function ensureShopper(): Promise<Context> {
  const ctx = await currentContext();
  if (ctx.actor.type !== "none") return ctx;
  // A guest whom the browser forgets at once would be another one at every click.
  if (!(await keepsCookies())) redirect("/cart?status=cookies");
  const { user, setCookie } = await perform(account.startGuest, ctx, {});
  const jar = await cookies();
  for (const [name, cookie] of parseSetCookieHeader(setCookie)) {
    jar.set(name, cookie.value, toCookieOptions(cookie));
  }
  return { ...ctx, actor: { type: "anonymous", userId: user.id, anonymousId: user.id } };
}
