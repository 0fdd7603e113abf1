import { perform } from "#lib/platform/verb/index.ts";
import { forgetCart } from "../visitor/cart-cookie.ts";
import { tryCookies } from "../visitor/cookie-trial.ts";
import { currentContext } from "../visitor/current-context.ts";
import { account } from "./verbs.ts";

/** Ends this browser's session and forgets its cart. Only in actions; they have to end with a redirect. */
export async function leaveBrowser(): Promise<void> {
  await perform(account.signOut, await currentContext(), {});
  await forgetCart();
  await tryCookies();
}
