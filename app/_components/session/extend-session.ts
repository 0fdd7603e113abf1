"use server";

import { noteReached } from "#lib/platform/http/reached.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { account } from "#lib/storefront/account/verbs.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";

/** Extends the visitor's session and cart by a month. */
export async function extendSession(): Promise<void> {
  noteReached();
  await perform(account.extendSession, await currentContext(), {});
}
