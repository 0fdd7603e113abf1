import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "#lib/platform/process-wide.ts";

// Set by the web server, read in the pages' bundle too.
const store = processWide("client-address", () => new AsyncLocalStorage<Client>());

type Client = { address: string; isForwarded: boolean };

/**
 * Runs `handle` with the client's network address, as determined by the web server. `isForwarded` says that the client
 * may be behind a proxy that has this address.
 */
export function withClientAddress<T>(address: string, handle: () => T, isForwarded = false): T {
  return store.run({ address, isForwarded }, handle);
}

/** Whether the code runs inside a request. */
export function isAnswering(): boolean {
  return store.getStore() !== undefined;
}

/** The client's address, or "unknown" outside the web server. Never read from a header: headers can be forged. */
export function clientAddress(): string {
  return store.getStore()?.address ?? "unknown";
}

/** Whether the client may be behind a proxy that has its address. */
export function isForwarded(): boolean {
  return store.getStore()?.isForwarded ?? false;
}
