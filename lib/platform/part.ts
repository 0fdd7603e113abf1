/**
 * A place that the shop's root fills (lib/create-shop.ts): what stands below says what it needs here, and never where
 * it comes from.
 */
export type Part<T> = {
  handIn(value: T): void;
  /** @throws when nobody has made a shop yet */
  get(): T;
};

export function part<T>(name: string): Part<T> {
  let held: { value: T } | undefined;
  return {
    handIn: (value) => {
      held = { value };
    },
    get: () => {
      if (!held) throw new Error(`No shop has been made yet, so it has no ${name}: import lib/shop.ts first`);
      return held.value;
    },
  };
}
