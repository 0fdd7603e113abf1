/** A seeded generator of numbers in [0, 1) (mulberry32), so that a failed run can be repeated. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed of this run: SEED or a constant. Shown in the test's name. */
export const seed = Number(process.env.SEED ?? 20261121);

/** How many histories a test plays: HISTORIES, or its own number. */
export const histories = (usually: number): number => Number(process.env.HISTORIES ?? usually);
