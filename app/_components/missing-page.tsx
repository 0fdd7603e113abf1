import { answerWith } from "#lib/platform/http/reached.ts";
import { NothingHere } from "./nothing-here.tsx";

/** What a page is when it has nothing to show: a 404 in the shop's frame, also for browsers without scripts. */
export function MissingPage() {
  answerWith(404);
  return <NothingHere />;
}
