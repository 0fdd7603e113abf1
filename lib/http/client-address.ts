import { AsyncLocalStorage } from "node:async_hooks";

// The web server (scripts/web.ts) and the bundled application are two module graphs in one process,
// so what they share has to hang on the global object.
const key = Symbol.for("guest-checkout.client-address");
const shared = globalThis as { [key]?: AsyncLocalStorage<string> };
shared[key] ??= new AsyncLocalStorage<string>();
const store = shared[key];

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
