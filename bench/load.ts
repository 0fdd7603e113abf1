/** One operation by one client. Throws on an unexpected answer. */
export type Operation = (client: number) => Promise<void>;

/**
 * A closed loop: `clients` clients repeat the operation until `operations` have been done in total. Returns how long
 * each took, in milliseconds. @throws what the first one that fails throws: figures with failures mean nothing
 */
export async function runLoad(operation: Operation, clients: number, operations: number): Promise<number[]> {
  const latencies: number[] = [];
  let left = operations;
  const loop = async (client: number) => {
    while (left-- > 0) {
      const from = performance.now();
      await operation(client);
      latencies.push(performance.now() - from);
    }
  };
  const stopAll = (error: unknown) => {
    left = 0;
    throw error;
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => loop(client).catch(stopAll)));
  return latencies;
}

/** The quantile of the latencies at `share`; 0 without values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
