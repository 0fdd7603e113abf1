import fc, { type IAsyncProperty, type IProperty } from "fast-check";

const seed = 20261121;

/** Checks a property on the same `runs` inputs every time, so that the result is reproducible. */
export function holds<T>(property: IProperty<T>, runs = 500): void {
  fc.assert(property, { seed, numRuns: runs });
}

/** Stops shrinking in time, so that a failure is reported with its input and not as a timeout of the test. */
export function holdsAsync<T>(property: IAsyncProperty<T>, runs: number): Promise<void> {
  return fc.assert(property, { seed, numRuns: runs, interruptAfterTimeLimit: 50_000 });
}
