"use server";

import { noteReached } from "#lib/platform/http/reached.ts";
import { acts, limited } from "#lib/platform/limits/index.ts";
import { currentContext } from "#lib/storefront/current-context.ts";
import { prolongSession } from "#lib/storefront/prolong-session.ts";

/** Keeps the visitor's session and cart for another month. */
export async function stay(): Promise<void> {
  noteReached();
  await limited([acts.changeAccount], await currentContext(), prolongSession);
}
