import { processWide } from "#lib/platform/process-wide.ts";

// Next's proxy and the code that creates the shop are in different bundles of the process.
const held = processWide("form-targets", () => ({ origins: [] as readonly string[] }));

/** The origins that a form of the checkout may lead to besides our own, such as "https://pay.example". */
export function formTargets(): readonly string[] {
  return held.origins;
}

/** Lets the forms of pages lead to these origins, by the pages' Content-Security-Policy. */
export function letFormsLeadTo(origins: readonly string[]): void {
  held.origins = [...new Set(origins)];
}
