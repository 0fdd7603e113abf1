import { redirect } from "next/navigation";
import type { Actor, Context } from "#lib/platform/context.ts";
import { currentContext } from "../visitor/current-context.ts";
import { signInPath } from "./entry-paths.ts";

export type AccountContext = Context & { actor: Extract<Actor, { type: "customer" }> };

/** The visitor's account context; without an account, redirects to sign in and back to `path`. */
export async function requireAccount(path: string): Promise<AccountContext> {
  const ctx = await currentContext();
  const { actor } = ctx;
  if (actor.type !== "customer") redirect(signInPath(path));
  return { ...ctx, actor };
}
