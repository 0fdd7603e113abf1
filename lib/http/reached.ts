import { AsyncLocalStorage } from "node:async_hooks";

// On the global object for the reason that lib/http/client-address.ts gives.
const key = Symbol.for("guest-checkout.reached");
const shared = globalThis as { [key]?: AsyncLocalStorage<{ reached: boolean }> };
shared[key] ??= new AsyncLocalStorage<{ reached: boolean }>();
const store = shared[key];

/** Runs `handle` for a request. `reached` tells whether code of ours has begun to answer it, or only the framework's. */
export function watchReach<T>(handle: (reached: () => boolean) => T): T {
  const state = { reached: false };
  return store.run(state, () => handle(() => state.reached));
}

/** Notes that code of ours answers the request: what fails from here on is no fault of what was sent. */
export function noteReached(): void {
  const state = store.getStore();
  if (state) state.reached = true;
}
