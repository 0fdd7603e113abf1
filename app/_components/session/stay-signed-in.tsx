import { currentSession } from "#lib/storefront/visitor/current-context.ts";
import { extendSession } from "./extend-session.ts";
import { OnArrival } from "./on-arrival.tsx";

/** Once a day, makes the browser call an action that extends its session: a page cannot set cookies itself. */
export async function StaySignedIn() {
  const { isDue } = await currentSession();
  return isDue ? <OnArrival act={extendSession} /> : null;
}
