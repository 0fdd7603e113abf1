import { currentSession } from "#lib/storefront/current-context.ts";
import { OnArrival } from "./on-arrival.tsx";
import { stay } from "./stay.ts";

/** Once a day, makes the browser call an action that extends its session: a page cannot set cookies itself. */
export async function StaySignedIn() {
  const { isDue } = await currentSession();
  return isDue ? <OnArrival act={stay} /> : null;
}
