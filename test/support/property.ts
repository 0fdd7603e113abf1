import fc, { type IAsyncProperty, type IProperty } from "fast-check";

const seed = 20261121;

/** Tries a property on the same `runs` inputs every time, so that a run is either always green or never. */
export function holds<T>(property: IProperty<T>, runs = 500): void {
  fc.assert(property, { seed, numRuns: runs });
}

export function holdsAsync<T>(property: IAsyncProperty<T>, runs: number): Promise<void> {
  return fc.assert(property, { seed, numRuns: runs });
}
