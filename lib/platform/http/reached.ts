import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "#lib/platform/process-wide.ts";

/** What a page wants its answer to carry: a page of Next's can set neither a status nor a header itself. */
type PageAnswer = { status: number; headers?: Record<string, string> };
export type Notes = { reached: boolean; answer: PageAnswer | null };

// The web server looks at what the pages' bundle notes.
const store = processWide("reached", () => new AsyncLocalStorage<Notes>());

/** Runs `handle` for a request. `notes` tells what code of ours has noted so far while it answers the request. */
export function watchReach<T>(handle: (notes: () => Readonly<Notes>) => T): T {
  const notes: Notes = { reached: false, answer: null };
  return store.run(notes, () => handle(() => notes));
}

/** Notes that code of ours answers the request: what fails from here on is no fault of what was sent. */
export function noteReached(): void {
  const notes = store.getStore();
  if (notes) notes.reached = true;
}

/**
 * Has the page that is being rendered, or the one that shows the result of an action, answer with `status`. Pages
 * call this instead of Next's notFound(), which sends a document without a word in it to browsers without scripts.
 */
export function answerWith(status: number, headers: Record<string, string> = {}): void {
  const notes = store.getStore();
  if (notes) notes.answer = { status, headers };
}
