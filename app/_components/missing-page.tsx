import { answerWith } from "#lib/platform/http/reached.ts";
import { NothingHere } from "./nothing-here.tsx";

/** A 404 page in the shop's frame, even without JavaScript. */
export function MissingPage() {
  answerWith(404);
  return <NothingHere />;
}
