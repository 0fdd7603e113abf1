import { headers } from "next/headers";

/**
 * Whether scripts called this action: the page stays and is rendered again. Without scripts the browser leaves the
 * page, so the action has to end with a redirect. Only in actions.
 */
export async function isInPlace(): Promise<boolean> {
  return (await headers()).has("next-action");
}
