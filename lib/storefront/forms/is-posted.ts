import { headers } from "next/headers";

/**
 * Whether the page answers a form that was posted without scripts, and so has errors to focus. What scripts send also has
 * a body, but they ask for something else than a page.
 */
export async function isPosted(): Promise<boolean> {
  const sent = await headers();
  return sent.has("content-type") && (sent.get("accept") ?? "").includes("text/html");
}
