/**
 * A value that is created once per process. The web server's own modules and the bundled application are separate
 * module graphs, so values that both share hang on the global object.
 */
export function processWide<T>(name: string, make: () => T): T {
  const shared = globalThis as { [key: symbol]: unknown };
  const key = Symbol.for(`guest-checkout.${name}`);
  shared[key] ??= make();
  return shared[key] as T;
}
