/** One job done once by one of the clients. Throws when the answer is not the one it should be. */
export type Operation = (client: number) => Promise<void>;

export type Measured = {
  operations: number;
  errors: number;
  seconds: number;
  latencies: number[];
  firstError?: string;
};

/** A closed loop: `clients` of them do the operation one after the other until `operations` are done in all. */
export async function runLoad(operation: Operation, clients: number, operations: number): Promise<Measured> {
  const latencies: number[] = [];
  let left = operations;
  let errors = 0;
  let firstError: string | undefined;
  const started = performance.now();
  const loop = async (client: number) => {
    while (left-- > 0) {
      const from = performance.now();
      try {
        await operation(client);
      } catch (error) {
        errors++;
        firstError ??= String(error);
      }
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => loop(client)));
  const seconds = (performance.now() - started) / 1000;
  return { operations, errors, seconds, latencies, ...(firstError === undefined ? {} : { firstError }) };
}

/** The value below which `share` of the latencies lie; 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
