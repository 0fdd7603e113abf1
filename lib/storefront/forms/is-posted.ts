import { headers } from "next/headers";

/** Whether the page answers a form that was posted without scripts, and so has errors to focus. */
export async function isPosted(): Promise<boolean> {
  return (await headers()).has("content-type");
}
