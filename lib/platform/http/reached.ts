import { AsyncLocalStorage } from "node:async_hooks";
import { asDomainError } from "#lib/platform/http/faults.ts";
import { processWide } from "#lib/platform/process-wide.ts";
import { noteImpure } from "#lib/platform/pure.ts";

/** A page's own status and headers: a Next page cannot set them itself. */
type PageAnswer = { status: number; headers?: Record<string, string> };
export type Notes = {
  reached: boolean;
  answer: PageAnswer | null;
  /** Whether the page failed because the database cannot be reached. */
  isUnavailable: boolean;
};

// Written by the pages' bundle, read by the web server.
const store = processWide("reached", () => new AsyncLocalStorage<Notes>());

/** Runs `handle` for a request. `notes` returns what our code records during the request. */
export function watchReach<T>(handle: (notes: () => Readonly<Notes>) => T): T {
  const notes: Notes = { reached: false, answer: null, isUnavailable: false };
  return store.run(notes, () => handle(() => notes));
}

/** Records that the request has reached our code: later failures are not caused by a malformed request. */
export function noteReached(): void {
  const notes = store.getStore();
  if (notes) notes.reached = true;
}

/** Records why a page failed, so that its visitor is asked to come back. */
export function noteFailure(error: unknown): void {
  noteImpure();
  const notes = store.getStore();
  if (notes && asDomainError(error).code === "unavailable") notes.isUnavailable = true;
}

/**
 * Sets the status of the page that is being rendered, or of the page that shows an action's result. Use it instead of
 * Next's notFound(), which sends an empty document to browsers without JavaScript.
 */
export function answerWith(status: number, headers: Record<string, string> = {}): void {
  noteImpure();
  const notes = store.getStore();
  if (notes) notes.answer = { status, headers };
}
