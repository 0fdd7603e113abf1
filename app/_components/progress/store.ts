import { useSyncExternalStore } from "react";

/** A value outside of React that components of the browser share. */
export class Store<T> {
  #value: T;
  readonly #initial: T;
  readonly #listeners = new Set<() => void>();

  constructor(initial: T) {
    this.#initial = initial;
    this.#value = initial;
  }

  get value(): T {
    return this.#value;
  }

  set value(value: T) {
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }

  /** A hook: the value, followed. */
  readonly use = (): T =>
    useSyncExternalStore(
      this.#subscribe,
      () => this.#value,
      () => this.#initial,
    );

  readonly #subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
