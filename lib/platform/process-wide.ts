/**
 * What `make` makes, once in the process. The web server's own modules and the bundled application are two module
 * graphs in it, so what both need to be the same hangs on the global object.
 */
export function processWide<T>(name: string, make: () => T): T {
  const shared = globalThis as { [key: symbol]: unknown };
  const key = Symbol.for(`guest-checkout.${name}`);
  shared[key] ??= make();
  return shared[key] as T;
}
