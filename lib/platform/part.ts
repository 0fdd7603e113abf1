/**
 * A dependency that the composition root (lib/create-shop.ts) provides. Code below declares what it needs, not where it
 * comes from.
 */
export type Part<T> = {
  provide(value: T): void;
  /** @throws if no shop has been created yet */
  get(): T;
};

/** Declares a part that the shop needs. `name` is for the error if it is missing. */
export function part<T>(name: string): Part<T> {
  let held: { value: T } | undefined;
  return {
    provide: (value) => {
      held = { value };
    },
    get: () => {
      if (!held) throw new Error(`No shop has been made yet, so it has no ${name}: import lib/shop.ts first`);
      return held.value;
    },
  };
}
