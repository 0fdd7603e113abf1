import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "#lib/platform/process-wide.ts";

// Set by the web server, read in the pages' bundle too.
const store = processWide("client-address", () => new AsyncLocalStorage<string>());

/** Runs `handle` with the client's network address, as determined by the web server. */
export function withClientAddress<T>(address: string, handle: () => T): T {
  return store.run(address, handle);
}

/** Whether the code runs inside a request. */
export function isAnswering(): boolean {
  return store.getStore() !== undefined;
}

/** The client's address, or "unknown" outside the web server. Never read from a header: headers can be forged. */
export function clientAddress(): string {
  return store.getStore() ?? "unknown";
}
