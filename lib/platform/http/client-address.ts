import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "#lib/platform/process-wide.ts";

// The web server sets it, the pages' bundle reads it too.
const store = processWide("client-address", () => new AsyncLocalStorage<string>());

/** Runs `handle` with the network address of the client that the web server determined. */
export function withClientAddress<T>(address: string, handle: () => T): T {
  return store.run(address, handle);
}

/** Whether a request is being answered. */
export function isAnswering(): boolean {
  return store.getStore() !== undefined;
}

/** The client's address, or "unknown" outside the web server. Never read from a header here: those can be forged. */
export function clientAddress(): string {
  return store.getStore() ?? "unknown";
}
