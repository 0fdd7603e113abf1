/**
 * A value that is created once per process. The web server's own modules and the bundled application are separate
 * module graphs, and hot reload evaluates a module again, so what has to be shared or kept hangs on the global object.
 */
export function processWide<T>(name: string, make: () => T): T {
  const shared = globalThis as { [key: symbol]: unknown };
  const key = Symbol.for(`guest-checkout.${name}`);
  shared[key] ??= make();
  return shared[key] as T;
}
